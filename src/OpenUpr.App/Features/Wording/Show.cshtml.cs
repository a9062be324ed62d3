using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Features.Wording;

/// <summary>The writing help. Its form only reads, so it needs no token; <see cref="DraftGate"/> says who may send it.</summary>
[Access(AccessAttribute.Public, "/wording")]
[Access(AccessAttribute.Public, "/wording", Method = "POST")]
[IgnoreAntiforgeryToken]
public sealed class ShowModel(Store store, WordingReader reader, Labels labels) : PageModel
{
    public WordingRequest Asked { get; private set; } = WordingRequest.Empty;

    /// <summary>Null before anything was sent, and where it could not be read.</summary>
    public WordingAnswer? Answer { get; private set; }

    /// <summary>Why the draft was not read; null where it was.</summary>
    public string? Refusal { get; private set; }

    public Labels Labels => labels;

    public IEnumerable<State> States => store.Reference.States.OrderBy(s => labels.State(s.Iso3), StringComparer.CurrentCulture);

    /// <summary>A State and an issue may be chosen by the link that leads here; a draft may not.</summary>
    public void OnGet(string? state, string? issue) =>
        Asked = WordingRequest.Empty with { Sur = store.Reference.FindState(state ?? "")?.Iso3, Issue = Taxonomy.IssueList.Current.FindSlug(issue ?? "")?.Slug };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FormAsync(cancel) is not { } form)
        {
            return BadRequest();
        }

        Asked = WordingRequest.Read(form, store.Reference);
        Refusal = Asked.Refusal;
        Answer = Refusal is null ? await reader.ReadAsync(Asked, cancel) : null;
        return Asked.IsLive ? Partial("_Answer", this) : Page();
    }

    /// <summary>The help for a page of another part whose form is called as this one's is: the same questions, the same answer.</summary>
    internal static async Task<ShowModel> ForAsync(Store store, WordingReader reader, Labels labels, WordingRequest asked, CancellationToken cancel) =>
        new(store, reader, labels) { Asked = asked, Refusal = asked.Refusal, Answer = asked.Refusal is null ? await reader.ReadAsync(asked, cancel) : null };

    /// <summary>Null for bytes that are no form.</summary>
    private async Task<IFormCollection?> FormAsync(CancellationToken cancel)
    {
        try
        {
            return Request.HasFormContentType ? await Request.ReadFormAsync(cancel) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The answer in a sentence or two, for a reader who hears the page.</summary>
    public static string Told(WordingAnswer answer) => string.Join(' ', new[]
    {
        answer.Smart.Problem is { } problem ? SmartText.Problem(problem) : Numbers.Fill(WordingWords.Told, [.. answer.Criteria.Select(c => SmartLabels.Word(c.Verdict))]),
        answer.Classification is { } read ? Numbers.Fill(WordingWords.Told_Action, read.Action.Value) : null,
    }.OfType<string>());

    /// <summary>What the text is about, a list for each scheme that has something.</summary>
    public static IEnumerable<(string Title, string About, string Scheme, IReadOnlyList<ScoredLabel> Labels)> Topics(TextClassification read) => new[]
    {
        (WordingWords.Issues, WordingWords.Issues_About, Tag.IssueScheme, read.Issues),
        (WordingWords.Goals, WordingWords.Goals_About, Tag.SdgScheme, read.Sdgs),
        (WordingWords.Themes, WordingWords.Themes_About, Tag.ThemeScheme, read.Themes),
        (WordingWords.Persons, WordingWords.Goals_About, Tag.PersonsScheme, read.Persons),
    }.Where(t => t.Item4.Count > 0);
}
