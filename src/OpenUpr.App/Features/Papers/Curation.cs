using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers;

/// <summary>
/// Who may use the pages that write: a curator. Until the store has its first account there is nobody to ask; then --curate opens them to
/// whoever sits at the machine, on a site that listens on loopback alone.
/// </summary>
public sealed class Curation(ServeOptions options, Store store)
{
    private readonly bool _isAsked = options.Curate && HostCheck.OnlyLoopback(options.Urls).OnlyLoopback && options.Hosts is not { Names.Count: > 0 } and not { Proxies.Count: > 0 };
    private volatile bool _hasAccounts;

    public async ValueTask<bool> MayAsync(HttpContext context) =>
        context.SignedIn() is { } person ? person.IsCurator : _isAsked && !await HasAccountsAsync(context.RequestAborted);

    // Asked again until there is one: the first may be made while the site runs, here or on another node. While nobody can tell, there are some.
    private async ValueTask<bool> HasAccountsAsync(CancellationToken cancel)
    {
        if (!_hasAccounts)
        {
            try
            {
                await using var db = store.Open();
                _hasAccounts = await db.Accounts.AnyAsync(cancel);
            }
            catch (Exception e) when (StoreException.DatabaseFailure(e) is not null)
            {
                return true;
            }
        }

        return _hasAccounts;
    }
}

internal static class CurationSetup
{
    public static void AddCuration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Curation>();
        builder.Services.AddSingleton<WaitingUploads>();
        builder.Services.AddSingleton<UploadRuns>();
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
