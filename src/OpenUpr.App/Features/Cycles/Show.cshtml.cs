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

namespace OpenUpr.App.Features.Cycles;

[Access(AccessAttribute.Public, "/cycles/2")]
public sealed class ShowModel(Store store, LiveIndex live, TimeProvider time) : PageModel
{
    public CycleProfile Profile { get; private set; } = null!;

    /// <summary>The cycle before, or null for the first.</summary>
    public CycleProfile? Before { get; private set; }

    public CycleProfile? After { get; private set; }

    public string Number => Profile.Cycle.Number.ToString(CultureInfo.InvariantCulture);

    public IActionResult OnGet(string number)
    {
        var cycles = CycleProfile.ReadAll(live.Current, store.Reference, Geneva.Today(time));
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && cycles.FirstOrDefault(c => c.Cycle.Number == asked) is { } profile)
        {
            Profile = profile;
            Before = cycles.FirstOrDefault(c => c.Cycle.Number == asked - 1);
            After = cycles.FirstOrDefault(c => c.Cycle.Number == asked + 1);
            return number == Number ? Page() : RedirectPermanent($"/cycles/{Number}");
        }

        HttpContext.Features.Set(new Problem(Numbers.Fill(ReviewsWords.Error_NoCycle, number, cycles[0].Cycle.Number, cycles[^1].Cycle.Number)));
        return NotFound();
    }
}
