using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Import.Papers;
using OpenUpr.Papers;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>What the forms of the inbox ask for: an answer to a doubt, or to take one back.</summary>
internal static class Answering
{
    /// <summary>Does what a button says. Returns why it could not be done, as a sentence, or null.</summary>
    /// <param name="act">"found", "stored", "typed" or "undo".</param>
    public static async Task<string?> DoAsync(Store store, TimeProvider time, DoubtRow row, string? act, string? typed, CancellationToken cancel)
    {
        try
        {
            switch (act)
            {
                case "undo":
                    await Settling.UndoAsync(store, time, row.Doubt.Id, cancel);
                    return null;
                case Settlement.TakeFound or Settlement.KeepStored:
                    await Settling.SettleAsync(store, time, row.Doubt.Id, act, null, cancel);
                    return null;
                case Settlement.Typed when Read(store.Reference, row.Doubt.Code, typed) is { Value: { } value }:
                    await Settling.SettleAsync(store, time, row.Doubt.Id, act, value, cancel);
                    return null;
                case Settlement.Typed:
                    return Read(store.Reference, row.Doubt.Code, typed).Problem;
                default:
                    return PapersWords.Error_NoAnswer;
            }
        }
        catch (SettlingException e)
        {
            return e.Message;
        }
    }

    /// <summary>What was typed as the store wants it: names of States become their codes.</summary>
    private static (string? Value, string? Problem) Read(ReferenceData reference, string code, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return (null, PapersWords.Typed_Empty);
        }

        if (DoubtLabels.FormOf(code) != AnswerForm.States)
        {
            return (typed.Trim(), null);
        }

        var codes = new List<string>();
        foreach (var name in typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Codes may stand together without commas, as the value itself has them.
            var states = reference.Names.Find(name) is { } state ? [state] : name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(reference.FindState).ToList();
            if (states.Any(s => s is null))
            {
                return (null, Numbers.Fill(PapersWords.Typed_NoState, name));
            }

            codes.AddRange(states.Select(s => s!.Iso3));
        }

        return (string.Join(' ', codes), null);
    }
}
