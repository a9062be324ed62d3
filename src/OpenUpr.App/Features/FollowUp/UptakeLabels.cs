using System.Globalization;
using OpenUpr.App.Features.ReviewDay;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Papers;
using OpenUpr.Planning.ReviewDay;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>Codes of uptake in the reader's words.</summary>
public static class UptakeLabels
{
    private static readonly UptakeReasons[] s_reasons = [.. Enum.GetValues<UptakeReasons>().Where(r => r != UptakeReasons.None)];

    public static string Stage(UptakeStage stage) => Of("Stage", stage.ToString());

    /// <summary>"sure", with the figure behind it.</summary>
    public static string Confidence(UptakeProposal proposal) => proposal.IsNoted ? UptakeWords.Noted : Numbers.Fill(UptakeWords.Confidence, Word(UptakeModel.Word(proposal.Confidence)), (int)Math.Round(proposal.Confidence * 100));

    public static string Word(Likeness likeness) => DayText.Of("Likeness", likeness.ToString());

    /// <summary>Why, in words.</summary>
    public static string Reasons(UptakeProposal proposal) => string.Join(", ", s_reasons.Where(r => proposal.Reasons.HasFlag(r)).Select(r => Of("Reason", r.ToString())));

    /// <summary>The words of the draft that a recommendation lacks; null where it has all of them.</summary>
    public static string? Lost(string draft, string recommendation) => Differing(WordDifference.Of(draft, recommendation).First);

    private static string? Differing(IReadOnlyList<WordRun> runs) => runs.Any(r => r.Differs) ? string.Join(" … ", runs.Where(r => r.Differs).Select(r => r.Text)) : null;

    private static string Of(string kind, string code) => UptakeWords.ResourceManager.GetString($"{kind}_{code}", CultureInfo.CurrentUICulture) ?? code;
}
