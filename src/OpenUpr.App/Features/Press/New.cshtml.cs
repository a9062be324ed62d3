using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.Targets;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Press;
using OpenUpr.Search;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Press;

/// <summary>Beginning a text: what it is about, and what the coalition says itself. The facts come from the store.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/press/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/press/new", Method = "POST")]
public sealed class NewModel(Rooms rooms, LiveIndex live, Labels labels) : CoalitionForm(rooms)
{
    private const int MaxQuote = 1_000;

    private static readonly string[] s_words = ["quote", "quote-by", "contact"];

    public string? Country { get; private set; }

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    /// <summary>The reviews of the country that the store knows, the newest first.</summary>
    public IReadOnlyList<Choice> Sessions { get; private set; } = [];

    /// <summary>The review that the store has recommendations of, chosen at first: without one a text is all blanks.</summary>
    public string? Newest { get; private set; }

    public static IEnumerable<Choice> Kinds => PressTexts.Kinds.Select(k => new Choice(k, PressLabels.Kind(k)));

    /// <summary>Issues that were chosen, by name, when the form is shown again.</summary>
    public IReadOnlyList<string> Chosen => Many("issues");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Country = await ChoiceFile.CountryAsync(Store, Access, cancel);
        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        var newest = Country is null ? null : PressFacts.NewestReview(live.Current, Country);
        var known = Store.Reference.ReviewSlots.Where(s => s.Iso3 == Country).Select(s => s.Session).Concat(newest is { } held ? [held] : []);
        Newest = newest?.ToString(CultureInfo.InvariantCulture);
        Sessions = [.. known.Distinct().OrderDescending().Select(s => new Choice(s.ToString(CultureInfo.InvariantCulture), labels.SessionWithMonths(s)))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (kind, sur) = (Text("kind"), Store.Reference.FindState(Text("sur") ?? "")?.Iso3);
        if (kind is null || !PressTexts.Kinds.Contains(kind) || sur is null)
        {
            return await FailAsync(Outcome.Not(Refusal.Unknown, sur is null ? "sur" : "kind"), () => OnGetAsync(cancel));
        }

        if (s_words.FirstOrDefault(f => Text(f)?.Length > MaxQuote) is { } tooLong)
        {
            return await FailAsync(Outcome.Not(Refusal.TooLong, tooLong), () => OnGetAsync(cancel));
        }

        var issues = Many("issues").Select(n => IssueList.Current.Find(n)?.Slug).OfType<string>().ToList();
        var session = Number("session") is { } number and <= TargetsRequest.MaxSession ? (int?)number : null;
        var facts = await PressFacts.ReadAsync(Store, live.Current, sur, session, issues, cancel);
        var input = new PressInput(Access.Name, Given("quote"), Given("quote-by"), Given("contact"));
        var (title, text) = new PressDraft(facts, input, labels, $"{Request.Scheme}://{Request.Host}").Write(kind);
        var outcome = await PressTexts.SaveAsync(Rooms, Access, null, new PressWish(kind, title, text, sur, session, Number("cluster"), null), cancel);
        return await AnswerAsync(outcome, $"/press/{outcome.Id}/edit", "saved", () => OnGetAsync(cancel));
    }

    private string? Given(string field) => string.IsNullOrWhiteSpace(Text(field)) ? null : Text(field)!.ReplaceLineEndings(" ").Trim();
}
