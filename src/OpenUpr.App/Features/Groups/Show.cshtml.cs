using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Groups;

[Access(AccessAttribute.Public, "/groups/Africa")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, TimeProvider time) : PageModel
{
    public GroupView Group { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        var groups = store.Reference.RegionalGroups;

        // In other capitals or by its name: the reader meant a group that there is.
        var group = groups.FirstOrDefault(g => g.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) ?? groups.FirstOrDefault(g => StateNames.Key(g.NameEn) == StateNames.Key(code));
        if (group is null)
        {
            HttpContext.Features.Set(new Problem(Numbers.Fill(Words.Error_NoRegion, code, string.Join(", ", groups.Select(g => g.Code)))));
            return NotFound();
        }

        if (group.Code != code)
        {
            return RedirectPermanent($"/groups/{group.Code}");
        }

        Group = new GroupView(GroupProfile.OfGroup(live.Current, store.Reference, group), false, labels, Geneva.Today(time));
        return Page();
    }
}
