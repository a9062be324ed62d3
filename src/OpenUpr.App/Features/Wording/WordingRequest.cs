using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Wording;

/// <summary>A draft as the form sends it. It stands in the body of the request only, never in an address.</summary>
/// <param name="Draft">What is to be read; a proposal that was chosen takes its place.</param>
/// <param name="Before">The draft that a proposal replaced; null where none did.</param>
/// <param name="Sur">ISO code of the State under review; null for any.</param>
/// <param name="Issue">Slug; null where none was chosen.</param>
/// <param name="IsLive">Asks for the answer alone, as a part of the page that is there already.</param>
public sealed record WordingRequest(string Draft, string? Before, string? Sur, string? Issue, bool IsLive)
{
    /// <summary>Characters. What a classifier reads at most.</summary>
    public const int MaxDraft = 20_000;

    public static WordingRequest Empty { get; } = new("", null, null, null, IsLive: false);

    /// <summary>Why the draft cannot be read, as a sentence; null where it can.</summary>
    public string? Refusal =>
        string.IsNullOrWhiteSpace(Draft) ? WordingWords.Empty_Draft
        : Draft.Length > MaxDraft ? Numbers.Fill(WordingWords.Too_Long, Numbers.Count(Draft.Length), Numbers.Count(MaxDraft))
        : null;

    public static WordingRequest Read(IFormCollection form, ReferenceData reference)
    {
        var (draft, use) = (Lines(form["draft"]), Lines(form["use"]));
        return new WordingRequest(
            use.Length > 0 ? use : draft,
            use.Length > 0 && use != draft && !string.IsNullOrWhiteSpace(draft) ? draft : null,
            reference.FindState(form["state"].ToString())?.Iso3,
            IssueList.Current.FindSlug(form["issue"].ToString())?.Slug,
            form["live"] == "1");
    }

    /// <summary>A form sends line ends as two characters, which would count twice and shift places.</summary>
    private static string Lines(string? typed) => (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
}
