using OpenUpr.Drafting.Checking;

namespace OpenUpr.App.Shared;

/// <summary>One finding about a document, as programs read it.</summary>
/// <param name="Severity">"error", "warning" or "look".</param>
/// <param name="Place">In words.</param>
/// <param name="Paragraph">From 1, counting paragraphs that have text; null where the whole document is meant.</param>
/// <param name="Found">What was counted where the rule has a limit, else the words that it is about; null where something is missing.</param>
internal sealed record CheckItem(
    string File, string Rule, string Severity, string Place, int? Paragraph, string? Number, string? Heading, int? Note, string? Found, int? Limit, string Message, string Advice, string Source)
{
    public static CheckItem Of(string file, CheckFinding finding) => new(
        file, finding.Rule.Code, CheckText.Code(finding.Severity), CheckText.Place(finding.Place), finding.Place.Paragraph, finding.Place.Label, finding.Place.Heading, finding.Place.Note,
        finding.Rule.HasLimit ? FormattableString.Invariant($"{finding.Values[0]}") : finding.Excerpt, finding.Rule.HasLimit ? (int)finding.Values[1] : null,
        CheckText.Say(finding), CheckText.Advice(finding), CheckSources.Get(finding.Rule.Source).ToString());
}
