using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;

namespace OpenUpr.App.Features.Papers;

/// <summary>Whether the pages that write are there: only when asked for, and only on a site that listens on loopback alone. Until accounts exist nothing else tells who writes.</summary>
public sealed record Curation(bool IsOn)
{
    public static Curation Of(ServeOptions options) => new(options.Curate && HostCheck.OnlyLoopback(options.Urls).OnlyLoopback);
}

internal static class CurationSetup
{
    /// <summary>The folder of the pages that write; their routes are not even made where curation is off.</summary>
    private const string Folder = "/Papers/Curate";

    public static void AddCuration(this WebApplicationBuilder builder, ServeOptions options)
    {
        var curation = Curation.Of(options);
        builder.Services.AddSingleton(curation);
        builder.Services.AddSingleton<WaitingUploads>();
        builder.Services.AddSingleton<UploadRuns>();
        builder.Services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderRouteModelConvention(Folder, page =>
        {
            if (!curation.IsOn)
            {
                page.Selectors.Clear();
            }
        }));
        if (!curation.IsOn)
        {
            return;
        }

        builder.Services.AddHostedService<UploadWorker>();
        builder.Services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "openupr-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
        });
        builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.Add<StaleForm>());
    }

    /// <summary>Says what a form that is refused lacks: most often the site was started anew since its page was opened.</summary>
    private sealed class StaleForm : IAlwaysRunResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context.Result is IAntiforgeryValidationFailedResult)
            {
                context.HttpContext.Features.Set(new Problem(PapersWords.Error_StaleForm));
            }
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }
}
