using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.States;

/// <summary>What a State recommended to others: the page of a delegation that wants to follow up.</summary>
[Access(AccessAttribute.Public, "/states/{state}/made")]
public sealed class MadeModel(Store store, LiveIndex live, Labels labels, TimeProvider time) : PageModel
{
    /// <summary>States of a page's table: all at once would make the page heavier than a slow line likes.</summary>
    private const int Size = 25;

    public State State { get; private set; } = null!;

    public MadeProfile Profile { get; private set; } = null!;

    public Labels Labels => labels;

    public string Name => labels.State(State.Iso3);

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Profile.UnderReview.Rows.Count + Size - 1) / Size);

    public (int First, int Last) Shown => (((Number - 1) * Size) + 1, Math.Min(Number * Size, Profile.UnderReview.Rows.Count));

    public CountLine All => new(Words.State_AllCycles, null, Profile.Total, [Own]);

    public IReadOnlyList<CountLine> UnderReview => CountLines.Of("sur", Profile.UnderReview.Ranked(labels).Skip((Number - 1) * Size).Take(Size), labels, Own);

    public IReadOnlyList<CountLine> Cycles => [.. CountLines.Of("cycle", Profile.Cycles.InOrder(), labels, Own), All with { IsTotal = true }];

    public IReadOnlyList<CountLine> Issues => CountLines.Of(Profile.Issues, labels, Own);

    public IReadOnlyList<CountLine> Actions => CountLines.Of("action", Profile.Actions.InOrder(), labels, Own);

    /// <summary>This State beside its regional group and everyone.</summary>
    public IReadOnlyList<CountLine> Compared =>
    [
        All with { Label = Name },
        .. Profile.Group is { } group ? new[] { new CountLine(Numbers.Fill(ReviewsWords.Made_ByGroup, labels.Group(group.Code)), $"/groups/{group.Code}", group.Made, [("rs-group", group.Code)]) } : [],
        new CountLine(ReviewsWords.Made_ByAll, null, Profile.Everyone, []),
    ];

    /// <summary>The newest recommendations, each as a line of a search.</summary>
    public IReadOnlyList<ResultView> Newest => [.. Profile.Newest.Select(r => new ResultView(r, SearchQuery.Everything, labels))];

    private (string, string) Own => ("rs", State.Iso3);

    public async Task<IActionResult> OnGetAsync(string iso3, [FromQuery(Name = "page")] string? number, CancellationToken cancel)
    {
        if (store.Reference.FindState(iso3) is not { } state)
        {
            if (store.Reference.Names.Find(iso3) is { } meant)
            {
                return RedirectPermanent($"/states/{meant.Iso3}/made");
            }

            HttpContext.Features.Set(new Problem(Numbers.Fill(Words.Error_NoState, iso3)));
            return NotFound();
        }

        State = state;
        Profile = await MadeProfile.ReadAsync(store, live.Current, state.Iso3, Geneva.Today(time), cancel);
        if (number is not null && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked < 1 || asked > Pages))
        {
            HttpContext.Features.Set(new Problem(Numbers.Fill(ReviewsWords.Error_NoPage, number, Pages)));
            return NotFound();
        }

        Number = number is null ? 1 : int.Parse(number, CultureInfo.InvariantCulture);
        return Page();
    }

    /// <summary>The address of another part of the table.</summary>
    public string Address(int page) => page == 1 ? $"/states/{State.Iso3}/made" : $"/states/{State.Iso3}/made?page={page}";
}
