using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Features.Actions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Digests;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Digests;

/// <summary>What digests of one followed review are made of.</summary>
internal sealed record DigestSource(ActionPlan Plan, MonitoringView Monitoring, ReferenceNames Names, DigestSender Sender, DateOnly Today)
{
    public DigestPaper Write(ActionAudience audience, bool hasAbout) =>
        new DigestPapers(Names.Language, Names.State, DigestFiles.NameOf(audience, Names.State), Sender, Today).Write(DigestViews.Of(Plan, Monitoring, audience), hasAbout);

    public static async Task<DigestSource> ReadAsync(Store store, CoalitionAccess access, FollowView follow, DateOnly today, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var organisations = await db.Organisations.CountAsync(o => o.LeftOn == null, cancel);
        return new DigestSource(
            ActionPlans.Of(await ActionRows.ReadAsync(store, access, follow, cancel)), await AssessmentRows.ReadAsync(store, access, follow, cancel), await ReferenceNames.OfAsync(store, access, cancel), new DigestSender(access.Name, organisations), today);
    }
}

/// <summary>A digest as a Word file or a workbook, and those for all readers of a kind as one archive.</summary>
internal static class DigestFiles
{
    private const string Base = "/coalitions/{coalition}/follow-up/{id:long:min(1)}/digests";
    private const string Sample = "/coalitions/{coalition}/follow-up/1/digests";

    /// <summary>Files of one archive.</summary>
    private const int MostFiles = 200;

    public static IReadOnlyList<string> Endings { get; } = [".docx", ".xlsx", ".zip"];

    public static void MapDigestFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in Endings)
        {
            routes.MapMethods(Base + ending, [HttpMethods.Get, HttpMethods.Head], (long id, HttpContext context, Store store, TimeProvider time) => SendAsync(id, ending, context, store, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Observer, $"{Sample}{ending}?for=press&of=all"));
        }
    }

    /// <summary>Whom a digest is for, by the address; null where it names nobody of this review.</summary>
    public static ActionAudience? ReadAudience(HttpRequest request, ActionPlan plan) =>
        DigestViews.Kinds.FirstOrDefault(k => k == request.Query["for"]) is { } kind && DigestViews.ChoicesOf(plan, kind).FirstOrDefault(c => c == request.Query["of"]) is { } of ? new ActionAudience(kind, of) : null;

    /// <summary>The word of a code.</summary>
    public static string Word(string kind, string code) => DigestWords.ResourceManager.GetString($"{kind}_{code}", System.Globalization.CultureInfo.CurrentUICulture) ?? code;

    public static bool ReadAbout(HttpRequest request) => request.Query["about"] == "yes";

    public static string NameOf(ActionAudience audience, Func<string, string> state) => audience is { Kind: DigestViews.Press } press
        ? press.Of == DigestViews.Whole ? DigestWords.For_Press : Numbers.Fill(DigestWords.For_PressIssue, ActionViews.Split(press.Of).Name)
        : ActionLabels.Audience(audience, state);

    private static async Task SendAsync(long id, string ending, HttpContext context, Store store, TimeProvider time)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        var source = await FollowRows.ReadAsync(store, access, id, cancel) is { } follow ? await DigestSource.ReadAsync(store, access, follow, Geneva.Today(time), cancel) : null;
        var audience = source is null ? null : ReadAudience(context.Request, source.Plan);
        var kind = DigestViews.Kinds.FirstOrDefault(k => k == context.Request.Query["for"]);
        if (source is null || (ending == ".zip" ? kind is null : audience is null))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var hasAbout = ReadAbout(context.Request);
        context.Response.ContentType = ending switch { ".docx" => DocxWriter.MediaType, ".zip" => "application/zip", _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
        context.Response.Headers.ContentDisposition = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"attachment; filename=\"{access.Slug}-digest-{kind}-{id}{ending}\"");
        await (ending switch
        {
            ".docx" => context.Response.Body.WriteAsync(DigestExport.Docx(source.Write(audience!, hasAbout)), cancel).AsTask(),
            ".xlsx" => DigestExport.XlsxAsync(context.Response.Body, source.Write(audience!, hasAbout), time.GetUtcNow(), cancel),
            _ => DigestExport.ZipAsync(context.Response.Body, DigestViews.ChoicesOf(source.Plan, kind!).Take(MostFiles).Select(of => new ActionAudience(kind!, of)).Select(a => (NameOf(a, source.Names.State), source.Write(a, hasAbout))), cancel),
        });
    }
}
