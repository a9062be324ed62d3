using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Help;

/// <summary>The guide, in English and French. The rest of the site is English, so the French guide names its buttons as they are.</summary>
[Access(AccessAttribute.Public, "/help")]
public sealed class ShowModel(Store store, DataNote note, Labels labels) : PageModel
{
    public const string FrenchAddress = "/help?lang=fr";

    public DataBasis Basis { get; private set; } = null!;

    public Labels Labels => labels;

    public bool French { get; private set; }

    /// <summary>Two States of this store's world, so that every example finds something.</summary>
    public string Sur => Known("CUB", 0);

    public string Rs => Known("FRA", 1);

    /// <summary>A session in which the State under review was reviewed.</summary>
    public int Session => store.Reference.ReviewSlots.First(s => s.Iso3 == Sur).Session;

    public bool IsDemo => store.World == Reviews.World.Demo;

    public async Task<IActionResult> OnGetAsync(string? lang, CancellationToken cancel)
    {
        switch (lang)
        {
            case null or "":
                break;
            case "en":
                return RedirectPermanent("/help");
            case "fr":
                French = true;
                Response.Headers.ContentLanguage = "fr";
                break;
            default:
                HttpContext.Features.Set(new Problem(GuideWords.Help_NoLanguage));
                return NotFound();
        }

        Basis = await note.ReadAsync(cancel);
        return Page();
    }

    /// <summary>A State's name in the guide's language.</summary>
    public string StateName(string iso3) => store.Reference.FindState(iso3)?.Name(French ? "fr" : "en") ?? iso3;

    private string Known(string iso3, int otherwise) => store.Reference.FindState(iso3)?.Iso3 ?? store.Reference.States[otherwise + 1].Iso3;
}
