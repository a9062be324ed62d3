using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.Targets;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Drafting;

/// <summary>One priority: why, what it rests on, and the drafts under it.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/priorities/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/priorities/1", Method = "POST")]
public sealed class PriorityShowModel(Rooms rooms, LiveIndex live, Labels labels) : CoalitionForm(rooms)
{
    public PriorityRow Row { get; private set; } = null!;

    public IReadOnlyList<LinkRow> Links { get; private set; } = [];

    /// <summary>Null for those who do not link.</summary>
    public LinkChoices? More { get; private set; }

    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    /// <summary>The State that the coalition works on; null for none.</summary>
    public string? Country { get; private set; }

    public bool MayLink => Access.Is(CoalitionRole.Contributor);

    public bool MayUnlink(LinkRow row) => Access.Is(CoalitionRole.Editor) || (MayLink && row.Link.AuthorId == Access.MemberId);

    /// <summary>"Nivalund ← ..., session 40" of a past recommendation.</summary>
    public string About(OpenUpr.Recommendations.RecommendationRow row) => Numbers.Fill(OpenUpr.App.Resources.DraftingWords.Past_About, labels.State(row.Rs), row.Session);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await Priorities.FindAsync(Store, Access, id, cancel) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Country = await ChoiceFile.CountryAsync(Store, Access, cancel);
        Links = await PriorityLinks.ListAsync(Store, Access, id, cancel);
        More = MayLink ? await PriorityLinks.ChoicesAsync(Store, live.Current, Access, row.Priority, Country, cancel) : null;
        Drafts = [.. (await DraftRows.ListAsync(Store, Access, cancel)).Where(d => d.Draft.PriorityId == id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) => Act switch
    {
        "link" => await AnswerAsync(await PriorityLinks.AddAsync(Rooms, Access, id, new LinkWish(Number("case"), Number("recommendation"), Number("raised"), Text("note")), cancel), $"/priorities/{id}", "saved", () => OnGetAsync(id, cancel)),
        "unlink" when Number("link") is { } link => await AnswerAsync(await PriorityLinks.RemoveAsync(Rooms, Access, id, link, cancel), $"/priorities/{id}", "saved", () => OnGetAsync(id, cancel)),
        _ => NotFound(),
    };
}
