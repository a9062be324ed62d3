using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Studio;
using StudioDocuments = OpenUpr.Drafting.Studio.Studio;

namespace OpenUpr.App.Features.Studio;

/// <summary>Beginning a document: from the outline of its kind, filled with what the room knows; from a template; or empty.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/new", Method = "POST")]
public sealed class StudioNewModel(Rooms rooms) : CoalitionForm(rooms)
{
    public const string Outline = "outline";
    public const string Filled = "filled";
    public const string Empty = "empty";
    public const string Follow = "follow";

    /// <summary>The template or document that it is begun from; null for none.</summary>
    public StudioView? From { get; private set; }

    public IReadOnlyList<PriorityRow> Priorities { get; private set; } = [];

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    /// <summary>The form's own number.</summary>
    public string Client { get; private set; } = Arrivals.NewClient();

    public string Asked => IsPost ? Text("kind") ?? "" : Request.Query["kind"].ToString();

    /// <summary>Title and priority that a link from another page asks for; null for none.</summary>
    public string? AskedTitle => Request.Query["title"].ToString() is { Length: > 0 and <= 200 } title ? title : null;

    /// <summary>Reports are begun where their review is followed.</summary>
    public static IEnumerable<Choice> Kinds => StudioKinds.All.Where(k => !StudioKinds.IsReport(k)).Select(k => new Choice(k, StudioLabels.Kind(k)));

    public static IEnumerable<Choice> TextLanguages => StudioOutlines.Languages.Select(l => new Choice(l, StudioLabels.Language(l)));

    /// <summary>What it begins with, as a link from another page asks for it.</summary>
    public string AskedBegin => Request.Query["begin"] == Follow ? Follow : Filled;

    /// <summary>The followed review that it begins from, as a link asks for it; null for the newest.</summary>
    public string AskedFollow => IsPost ? Typed("follow") : long.TryParse(Request.Query["follow"], NumberStyles.None, CultureInfo.InvariantCulture, out var follow) ? Number(follow)! : "";

    public string Typed(string name) => Text(name) ?? "";

    /// <summary>Whether a priority's box is checked: as it was sent, as a link asks for it, or because it is one of the first.</summary>
    public bool IsChosen(PriorityRow row) => IsPost ? Many("priorities").Contains(Number(row.Priority.Id))
        : Request.Query["priority"].ToString() is { Length: > 0 } asked ? asked == Number(row.Priority.Id) : AskedTitle is null && row.Priority.Place <= OpenUpr.Drafting.Priorities.Advised;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var from = IsPost ? Number("from") : long.TryParse(Request.Query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        From = from is { } id ? await StudioRows.ReadAsync(Store, Access, id, cancel) : null;
        Client = Text("client") ?? Client;
        Priorities = await OpenUpr.Drafting.Priorities.ListAsync(Store, Access, cancel);
        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        return from is not null && From is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var from = Number("from") is { } template ? await StudioRows.ReadAsync(Store, Access, template, cancel) : null;
        var (kind, language) = (from?.Document.Kind ?? Text("kind") ?? "", from?.Document.Language ?? Text("language") ?? "");
        if (from is null && (!StudioKinds.All.Contains(kind) || StudioKinds.IsReport(kind) || !StudioOutlines.Languages.Contains(language)))
        {
            return await FailAsync(Outcome.Not(Refusal.Unknown, StudioKinds.All.Contains(kind) && !StudioKinds.IsReport(kind) ? "language" : "kind"), () => OnGetAsync(cancel));
        }

        long[] priorities = [.. Many("priorities").Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)];
        IReadOnlyList<SectionWish> sections = from is not null ? StudioDocuments.SectionsOf(from, Flag("text")) : Text("begin") switch
        {
            Empty => [],
            Follow => await Filling.ForAsync(Store, Access, kind, language, priorities, cancel, isFollowing: true, Number("follow")),
            Filled => await Filling.ForAsync(Store, Access, kind, language, priorities, cancel, followId: Number("follow")),
            _ => [.. (await Filling.ForAsync(Store, Access, kind, language, priorities, cancel)).Select(s => s with { Text = "" })],
        };
        var wish = new StudioWish(kind, language, string.IsNullOrWhiteSpace(Text("title")) ? StudioLabels.Kind(kind) : Text("title")!, Number("cluster"), sections, Flag("template"), from?.Document.Id, Text("client"));
        var added = await StudioDocuments.AddAsync(Rooms, Access, wish, cancel);
        return await AnswerAsync(added, $"/studio/{added.Id}", "saved", () => OnGetAsync(cancel));
    }
}
