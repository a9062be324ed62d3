using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Groups;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Organisations;

[Access(AccessAttribute.Public, "/organisations/AU")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, TimeProvider time) : PageModel
{
    public GroupView Group { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        var organisations = store.Reference.Organisations;

        // In other capitals or by its name: the reader meant an organisation that there is.
        var organisation = organisations.FirstOrDefault(g => g.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) ?? organisations.FirstOrDefault(g => StateNames.Key(g.NameEn) == StateNames.Key(code));
        if (organisation is null)
        {
            HttpContext.Features.Set(new Problem(Numbers.Fill(ReviewsWords.Error_NoOrganisation, code, string.Join(", ", organisations.Select(g => g.Code)))));
            return NotFound();
        }

        if (organisation.Code != code)
        {
            return RedirectPermanent($"/organisations/{organisation.Code}");
        }

        Group = new GroupView(GroupProfile.OfOrganisation(live.Current, store.Reference, organisation), true, labels, Geneva.Today(time));
        return Page();
    }
}
