using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;

namespace OpenUpr.App.Features.Accounts;

[Access(AccessAttribute.Public, "/sign-in")]
public sealed class SignInModel(IServiceProvider services) : PageModel
{
    /// <summary>Where the person was on the way to; a page of this site.</summary>
    public string Return { get; private set; } = ReturnAddress.Default;

    internal IReadOnlyList<DemoPerson> Demo { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Return = ReturnAddress.Safe(Request.Query["return"]);
        Demo = await services.GetRequiredService<DemoDoor>().PeopleAsync(HttpContext);
    }
}
