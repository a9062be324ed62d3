using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Features.Errors;

/// <summary>The one place where a refusal or a failure becomes an answer: a page for people, problem details for programs.</summary>
[Access(AccessAttribute.Public, "/error")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ShowModel : PageModel
{
    public int Status { get; private set; }

    public string Heading { get; private set; } = "";

    public string Detail { get; private set; } = "";

    public IActionResult OnGet() => Answer();

    // An error is answered whatever the method was that led to it.
    public IActionResult OnPost() => Answer();

    private IActionResult Answer()
    {
        // Asked for by its own address there was no error: then it is a page that does not exist.
        var happened = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = !happened ? StatusCodes.Status404NotFound : Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status500InternalServerError;
        Response.StatusCode = Status;
        Heading = Status switch
        {
            StatusCodes.Status404NotFound => Words.Error_NotFound,
            StatusCodes.Status405MethodNotAllowed => Words.Error_Method,
            >= 500 => Words.Error_Failed,
            _ => Words.Error_Refused,
        };
        Detail = HttpContext.Features.Get<Problem>()?.Detail ?? Status switch
        {
            StatusCodes.Status404NotFound => Words.Error_NotFoundDetail,
            StatusCodes.Status405MethodNotAllowed => Words.Error_MethodDetail,
            >= 500 => Words.Error_FailedDetail,
            _ => Words.Error_RefusedDetail,
        };
        return WantsJson() ? new ObjectResult(new ProblemDetails { Status = Status, Title = Heading, Detail = Detail }) { StatusCode = Status, ContentTypes = { "application/problem+json" } } : Page();
    }

    private bool WantsJson()
    {
        var accept = Request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
