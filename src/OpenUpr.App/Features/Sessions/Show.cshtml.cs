using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Sessions;

[Access(AccessAttribute.Public, "/sessions/14")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, TimeProvider time) : PageModel
{
    public SessionProfile Profile { get; private set; } = null!;

    public Labels Labels => labels;

    public string Number => Profile.Session.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>True where the order of reviews is known; else the States stand by their names.</summary>
    public bool HasOrder => Profile.Reviews.Any(r => r.Position is not null);

    public IReadOnlyList<CountLine> Reviews => [.. (HasOrder ? Profile.Reviews.AsEnumerable() : Profile.Reviews.OrderBy(r => labels.State(r.Sur), StringComparer.CurrentCulture)).Select(r =>
        new CountLine(labels.State(r.Sur), $"/reviews/{r.Sur}/{Number}", r.Numbers, [("sur", r.Sur), ("session", Number)])
        {
            IsTentative = r.Certainty != Certainty.Confirmed,
            Empty = r.ToCome ? Words.State_ToCome : Words.State_NotHere,
        })];

    public IActionResult OnGet(string number)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && SessionProfile.Read(live.Current, store.Reference, asked, Geneva.Today(time)) is { } profile)
        {
            Profile = profile;
            return number == Number ? Page() : RedirectPermanent($"/sessions/{Number}");
        }

        HttpContext.Features.Set(new Problem(Numbers.Fill(ReviewsWords.Error_NoSession, number, store.Reference.Sessions[0].Number, store.Reference.Sessions[^1].Number)));
        return NotFound();
    }
}
