using OpenUpr.App.Resources;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>What the buttons of a text's labels do.</summary>
/// <param name="Act">"keep", "machine", "undo", "issue" or "sdg"; null where a category was pressed.</param>
/// <param name="Action">The category's number; null where another button was pressed.</param>
/// <param name="Values">The boxes that are checked.</param>
internal sealed record Correcting(string? Act, string? Action, IReadOnlyList<string> Values)
{
    /// <summary>Does it. Returns what it was about, and why it could not be done, as a sentence.</summary>
    /// <param name="schemes">What "keep", "machine" and "undo" are about.</param>
    public async Task<(IReadOnlyList<string> Schemes, string? Problem)> DoAsync(Store store, TimeProvider time, TextLabels text, IReadOnlyList<string> schemes, CancellationToken cancel)
    {
        try
        {
            switch (Act)
            {
                case null when Action is not null:
                    await SetAsync(Tag.ActionScheme, [Action]);
                    return ([Tag.ActionScheme], null);
                case Tag.IssueScheme:
                    await SetAsync(Tag.IssueScheme, Values);
                    return ([Tag.IssueScheme], null);
                case Tag.SdgScheme:
                    await SetAsync(Tag.SdgScheme, WithTargets(text[Tag.SdgScheme].Values, Values));
                    return ([Tag.SdgScheme], null);
                case "keep":
                    schemes = [.. schemes.Where(s => text[s].SetBy is not null)];
                    await Corrections.ConfirmAsync(store, time, text.TextId, schemes, WordingWords.Curator, cancel);
                    return (schemes, null);
                case "machine":
                    schemes = [.. schemes.Where(s => text[s].Machine is not null)];
                    foreach (var scheme in schemes)
                    {
                        await SetAsync(scheme, [.. text[scheme].Machine!.Select(l => l.Value)]);
                    }

                    return (schemes, null);
                case "undo":
                    foreach (var scheme in schemes)
                    {
                        await Corrections.UndoAsync(store, time, text.TextId, scheme, cancel);
                    }

                    return ([], null);
                default:
                    return ([], WordingWords.Error_NoAnswer);
            }
        }
        catch (CorrectionException e)
        {
            return ([], e.Message);
        }

        Task SetAsync(string scheme, IReadOnlyList<string> values) => Corrections.SetAsync(store, time, text.TextId, scheme, values, WordingWords.Curator, cancel);
    }

    /// <summary>The form offers goals; targets that held stay with their goal.</summary>
    private static List<string> WithTargets(IReadOnlyList<string> held, IReadOnlyList<string> goals) =>
        [.. goals.Where(g => !held.Contains(g)), .. held.Where(h => Goals.GoalOf(h) is { } goal && goals.Contains(goal.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
}
