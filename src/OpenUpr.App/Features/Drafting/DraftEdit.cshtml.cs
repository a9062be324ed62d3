using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.Targets;
using OpenUpr.App.Features.Wording;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Planning.Targets;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using ShowModel = OpenUpr.App.Features.Wording.ShowModel;

namespace OpenUpr.App.Features.Drafting;

/// <summary>Writing a draft, with the help of the writing page beside it. Where two write at once, the second sees all three texts and loses no word.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/drafts/1/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/drafts/1/edit", Method = "POST")]
public class DraftEditModel(Rooms rooms, WordingReader reader, Labels labels) : CoalitionForm(rooms)
{
    /// <summary>As it is stored; null for a new one.</summary>
    public DraftView? View { get; private set; }

    /// <summary>The priority that a new draft stands under; null for none.</summary>
    public PriorityRow? Under { get; private set; }

    /// <summary>What the form begins with.</summary>
    public DraftWords Begin { get; private set; } = new("", null, null, null, []);

    /// <summary>The version that the form begins with; 0 for a new draft.</summary>
    public int FormNumber { get; private set; }

    /// <summary>The form's own number.</summary>
    public string Client { get; private set; } = Arrivals.NewClient();

    public string? Note { get; private set; }

    /// <summary>The unsent copy that the form shows; null where it begins with what is stored.</summary>
    public DraftCopy? Copy { get; private set; }

    /// <summary>Null but after two changes met.</summary>
    public DraftClash? Clash { get; private set; }

    /// <summary>The writing page's answer to the text; null for an empty one.</summary>
    public ShowModel Help { get; private set; } = null!;

    /// <summary>States that the coalition chose for this issue and those that the draft names, then all others.</summary>
    public IReadOnlyList<Choice> Chosen { get; private set; } = [];

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    public IReadOnlyList<Choice> Priorities { get; private set; } = [];

    public string? Issue => View?.Draft.Issue ?? Under?.Priority.Issue;

    public string? Country { get; private set; }

    public string Address => Link(View is null ? "/drafts/new" : $"/drafts/{View.Draft.Id}/edit");

    public static IEnumerable<Choice> Kinds => DraftWords.Kinds.Select(k => new Choice(k, DraftingText.Of("Source", k)));

    /// <summary>A field with what was typed; after two changes met, with what they are together.</summary>
    public FieldView Part(string name, string label, string? value, string kind = "text", string? hint = null, IEnumerable<Choice>? choices = null) =>
        new(name, label, IsPost && Clash is null ? Text(name) : value, kind, hint, Failed?.Field == name ? Problem : null, false, choices?.ToList() ?? []);

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        if (id is { } known)
        {
            View = await DraftRows.ReadAsync(Store, Access, known, cancel);
            if (View is not { Role.MayWrite: true })
            {
                return View is null ? NotFound() : SeeOther(Link($"/drafts/{known}"));
            }

            await BeginAsync(known, cancel);
        }
        else if (long.TryParse(IsPost ? Text("priority") : Request.Query["priority"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var priority))
        {
            Under = await OpenUpr.Drafting.Priorities.FindAsync(Store, Access, priority, cancel);
        }

        await FillAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        if (Act == "drop" && id is { } dropped)
        {
            if (await DraftRows.ReadAsync(Store, Access, dropped, cancel) is null)
            {
                return NotFound();
            }

            await DraftCopies.DropAsync(Rooms, Access, dropped, cancel);
            return SeeOther(Link($"/drafts/{dropped}/edit"));
        }

        if (Act != "save")
        {
            // A proposal that was chosen, or only a look at what the help says: nothing is stored.
            return await OnGetAsync(id, cancel);
        }

        if (Text("recommendation") is { Length: > 0 } && Number("recommendation") is null)
        {
            return await FailAsync(Outcome.Not(Refusal.NoNumber, "recommendation"), () => OnGetAsync(id, cancel));
        }

        var typed = Typed();
        var wish = new DraftWish(typed.Text, typed.SourceKind, typed.Source, typed.RecommendationId, typed.Targets, Text("note"), (int?)Number("number"), Text("client"), Number("priority"), Number("cluster"));
        if (id is not { } known)
        {
            var added = await DraftWriting.AddAsync(Rooms, Access, wish, cancel);
            return await AnswerAsync(added, $"/drafts/{added.Id}", "saved", () => OnGetAsync(id, cancel));
        }

        var saved = await DraftWriting.SaveAsync(Rooms, Access, known, wish, cancel);
        Clash = saved.Clash;
        return await AnswerAsync(saved.Outcome, $"/drafts/{known}", "saved", () => OnGetAsync(id, cancel));
    }

    /// <summary>What the form shows: what was typed, what was put together, one's unsent copy, or what is stored.</summary>
    private async Task BeginAsync(long id, CancellationToken cancel)
    {
        var stored = DraftWords.Of(View!.Versions[0].Version);
        (Begin, FormNumber) = (stored, View.Draft.Number);
        if (!IsPost && Request.Query["copy"] != "no" && await DraftCopies.FindAsync(Store, Access, id, cancel) is { } copy && copy.Text.Trim() != stored.Text)
        {
            (Copy, Begin, FormNumber, Client, Note) = (copy, stored with { Text = copy.Text }, copy.Number, copy.ClientId, copy.Note);
        }
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        if (IsPost)
        {
            (Begin, FormNumber, Client, Note) = (Clash?.Merged ?? Typed(), Clash?.Theirs.Number ?? (int)(Number("number") ?? 0), Text("client") ?? Arrivals.NewClient(), Text("note"));
        }

        Country = await ChoiceFile.CountryAsync(Store, Access, cancel);
        var slug = IssueList.Current.Find(Issue ?? "")?.Slug;
        var targets = (await TargetChoices.ListAsync(Store, Access, cancel)).Where(c => c.Choice.Issue is null || c.Choice.Issue == slug).Select(c => c.Choice.State);
        Chosen = [.. targets.Concat(Begin.Targets).Distinct().Select(s => new Choice(s, labels.State(s))).OrderBy(c => c.Label, StringComparer.CurrentCulture)];
        if (View is null)
        {
            Priorities = [.. (await OpenUpr.Drafting.Priorities.ListAsync(Store, Access, cancel)).Select(p => new Choice(Number(p.Priority.Id)!, p.Priority.Title))];
            Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        }

        Help = await ShowModel.ForAsync(Store, reader, labels, new WordingRequest(Begin.Text, null, Country, slug, IsLive: false), cancel);
    }

    private DraftWords Typed()
    {
        var use = Text("use") is { Length: > 0 } proposal ? proposal : Text("draft") ?? "";
        var other = Text("other-target") is { Length: > 0 } one ? [one] : Array.Empty<string>();
        return new DraftWords(use.ReplaceLineEndings("\n"), Text("source-kind") is { Length: > 0 } kind ? kind : null, Text("source") is { Length: > 0 } source ? source : null, Number("recommendation"), [.. Many("targets").Concat(other).Distinct()]);
    }
}
