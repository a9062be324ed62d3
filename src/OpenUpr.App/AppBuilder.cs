using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using OpenUpr.App.Features.Accounts;
using OpenUpr.App.Features.ActionSheets;
using OpenUpr.App.Features.Actions;
using OpenUpr.App.Features.Agenda;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Features.AuditLogs;
using OpenUpr.App.Features.Calendar;
using OpenUpr.App.Features.Check;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.Coverage;
using OpenUpr.App.Features.Data;
using OpenUpr.App.Features.Digests;
using OpenUpr.App.Features.Drafting;
using OpenUpr.App.Features.Events;
using OpenUpr.App.Features.Evidence;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Features.Implementation;
using OpenUpr.App.Features.Matrix;
using OpenUpr.App.Features.Mechanism;
using OpenUpr.App.Features.Operator;
using OpenUpr.App.Features.Outcomes;
using OpenUpr.App.Features.Outreach;
using OpenUpr.App.Features.Papers;
using OpenUpr.App.Features.Plan;
using OpenUpr.App.Features.Press;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Features.Reports;
using OpenUpr.App.Features.ReviewDay;
using OpenUpr.App.Features.States;
using OpenUpr.App.Features.Statistics;
using OpenUpr.App.Features.Studio;
using OpenUpr.App.Features.Targets;
using OpenUpr.App.Features.Wording;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Passages;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App;

/// <summary>Puts the web site together: the store and its index, the pages, and what stands around every request.</summary>
public static class AppBuilder
{
    /// <summary>Opens the store and its index and returns the site, not started yet.</summary>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public static async Task<WebApplication> BuildAsync(ServeOptions options, CancellationToken cancel)
    {
        // Opening the store is half of a cold start; the web side is put together meanwhile.
        var opening = Task.Run(() => OpenAsync(options, cancel), cancel);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AppBuilder).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(options.Urls).UseKestrelHttpsConfiguration();
        Configure(builder);
        builder.Services.AddSingleton(options);
        builder.AddCuration();
        builder.AddAccounts();
        builder.Services.AddSingleton(CrossOrigin.Of(options));
        builder.Services.AddSingleton(_ => opening.GetAwaiter().GetResult().Store);
        builder.Services.AddSingleton(_ => opening.GetAwaiter().GetResult().Keys);
        builder.Services.AddSingleton<Rooms>();
        builder.Services.AddCoverage();
        builder.Services.AddDrafting();
        builder.Services.AddStudio();
        builder.Services.AddMatrix();
        builder.Services.AddUptake();
        builder.Services.AddOutcomes();
        builder.Services.AddChange();
        builder.Services.AddReports();
        builder.Services.AddEvidence();
        builder.Services.AddOutreach();
        builder.Services.AddEvents();
        builder.Services.AddPlan();
        builder.Services.AddReviewDay();
        builder.Services.AddAgenda();
        builder.Services.AddSingleton(_ => opening.GetAwaiter().GetResult().Index);
        builder.Services.AddSingleton<LivePassages>();

        // The pages are found while the store still opens; what needs the store to be made waits for it.
        var app = builder.Build();
        try
        {
            Use(app, options);
            await opening;
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task<(Store Store, LiveIndex Index, Keyring Keys)> OpenAsync(ServeOptions options, CancellationToken cancel)
    {
        var store = await Store.OpenAsync(options.Location, options.Demo ? World.Demo : World.UnitedNations, cancel);
        if (store.World == World.Demo)
        {
            await DemoWorld.LoadAsync(store, TimeProvider.System, cancel);
            if (LabelReader.Shipped is { } reader)
            {
                await ReadingRun.CatchUpAsync(store, reader, cancel: cancel);
            }
        }

        var keys = await KeyringDoor.OpenAsync(store, options.KeySource, TimeProvider.System, cancel);
        await DemoCoalition.LoadAsync(store, keys, TimeProvider.System, cancel);
        await DemoEvidence.LoadAsync(store, keys, TimeProvider.System, cancel);
        await DemoOutreach.LoadAsync(store, keys, TimeProvider.System, cancel);
        await DemoPlan.LoadAsync(store, keys, TimeProvider.System, cancel);
        await DemoDay.LoadAsync(store, keys, TimeProvider.System, cancel);
        await DemoStudio.LoadAsync(store, TimeProvider.System, cancel);
        await DemoUptake.LoadAsync(store, keys, TimeProvider.System, cancel);
        await DemoReports.LoadAsync(store, keys, TimeProvider.System, cancel);
        return (store, await LiveIndex.OpenAsync(store, cancel), keys);
    }

    /// <summary>The languages that the site speaks; a resource file for each.</summary>
    private static RequestLocalizationOptions Languages => new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true }
        .SetDefaultCulture("en").AddSupportedCultures("en").AddSupportedUICultures("en");

    private static void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Longer than any search that is answered, so that RequestLimits can say what is wrong instead of a bare 414.
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });

        // No address and no query in a log: the host's request log is off, and stdout stays free for data.
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddFilter(typeof(ReadingWorker).FullName, LogLevel.Information).AddFilter(typeof(BackupWorker).FullName, LogLevel.Information).AddFilter(typeof(MailWorker).FullName, LogLevel.Information);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Labels>();
        builder.Services.AddSingleton<FacetViews>();
        builder.Services.AddSingleton<DataNote>();
        builder.Services.AddSingleton<RowCache>();
        builder.Services.AddSingleton<WordingReader>();
        builder.Services.AddSingleton<DocumentNote>();
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddSingleton<OpenApiDocument>();
        builder.Services.AddSingleton<Metrics>();
        builder.Services.AddHostedService<IndexRefresher>();
        builder.Services.AddHostedService<ReadingWorker>();
        builder.Services.AddHostedService<BackupWorker>();

        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features")
            .AddRazorOptions(views => views.PageViewLocationFormats.Add("/Shared/{0}.cshtml"));
        builder.Services.Configure<WebEncoderOptions>(html => html.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddRouting(routes => routes.LowercaseUrls = true);
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "text/csv", "text/calendar", "image/svg+xml", "application/json", "application/problem+json", "application/jsonl", "application/atom+xml"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    private static void Use(WebApplication app, ServeOptions options)
    {
        if (options.Hosts is { Proxies.Count: > 0 } hosts)
        {
            app.UseForwardedHeaders(hosts.ForwardedHeaders());
        }

        app.UseMiddleware<MetricsMiddleware>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization(Languages);
        app.UseResponseCompression();
        app.UseErrorAnswers();
        app.UseMiddleware<ApiGate>();
        app.UseMiddleware<HostCheck>(HostCheck.Of(options));
        app.UseMiddleware<RequestLimits>();
        app.UseMiddleware<DraftGate>();
        app.UseRouting();
        app.UseMiddleware<RouteNote>();
        app.UseMiddleware<SessionMiddleware>();
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<MethodCheck>();
        app.UseMiddleware<BlankCheck>();
        app.MapRazorPages();
        app.MapAssets();
        app.MapRecommendationExports();
        app.MapCalendarFile();
        app.MapFeeds();
        app.MapInfographicFiles();
        app.MapRecommendationFeed();
        app.MapReferenceTables();
        app.MapStatisticsExports();
        app.MapStatisticsPicture();
        app.MapTargetFiles();
        app.MapChoiceFiles();
        app.MapCoverage();
        app.MapDrafting();
        app.MapStudio();
        app.MapMatrixFiles();
        app.MapUptakeFiles();
        app.MapOutcomeFiles();
        app.MapImplementation();
        app.MapActionFiles();
        app.MapReportFiles();
        app.MapActionSheets();
        app.MapMechanismFiles();
        app.MapDigestFiles();
        app.MapPressFiles();
        app.MapApi();
        app.MapOperator();
        app.MapCoalitions();
        app.MapAuditFiles();
        app.MapAccounts();
        app.MapEvidenceFiles();
        app.MapDayFeed();
        app.MapDayFiles();
    }
}
