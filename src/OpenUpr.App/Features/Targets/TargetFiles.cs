using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.Planning.Targets;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Targets;

/// <summary>Lists and briefings as files: the same addresses as the pages with an ending.</summary>
public static class TargetFiles
{
    public static void MapTargetFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var path = TargetsRequest.Page + format.Extension();
            routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Store store, LiveIndex live, Labels labels, TimeProvider time) => SendListAsync(format, context, store, live, labels, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Public, path + "?sur={state}"));
        }

        routes.MapMethods(TargetsRequest.BriefingPage + ".docx", [HttpMethods.Get, HttpMethods.Head], SendBriefingAsync)
            .WithMetadata(new AccessAttribute(AccessAttribute.Public, TargetsRequest.BriefingPage + ".docx?sur={state}"));
    }

    private static async Task SendListAsync(ExportFormat format, HttpContext context, Store store, LiveIndex live, Labels labels, TimeProvider time)
    {
        if (await AskedAsync(context, store) is not { Question: { } question })
        {
            return;
        }

        var now = time.GetUtcNow();
        Name(context, store, $"targets-{question.Sur}", format.Extension(), format.MediaType());
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var list = TargetColumns.Of(TargetRanking.Rank(live.Current, question), labels, store.World);
        var about = new ExportContext("", ExportContext.Pairs, $"{context.Request.Scheme}://{context.Request.Host}{TargetsRequest.To(question)}", now, Bom: context.Request.Query["bom"] != "no");
        await StatisticExport.WriteAsync(context.Response.Body, store, list, format, about, context.RequestAborted);
    }

    private static async Task SendBriefingAsync(HttpContext context, Store store, LiveIndex live, Labels labels)
    {
        if (await AskedAsync(context, store) is not { Question: { } question } asked)
        {
            return;
        }

        var list = TargetRanking.Rank(live.Current, question);
        if ((asked.Rs ?? (list.States is [var first, ..] ? first.Iso3 : null)) is not { } rs || rs == question.Sur)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, TargetWords.Refused_Briefing);
            return;
        }

        Name(context, store, $"briefing-{rs}-on-{question.Sur}", ".docx", DocxWriter.MediaType);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var briefing = await TargetBriefing.ReadAsync(store, live.Current, question, rs, context.RequestAborted);
        IReadOnlyList<TargetSentence> reasons = briefing.Target is { } target ? [.. new TargetReasons(labels, list).Of(target)] : [];
        await context.Response.Body.WriteAsync(BriefingFile.Write(briefing, labels, reasons, store.World, $"{context.Request.Scheme}://{context.Request.Host}"), context.RequestAborted);
    }

    /// <summary>What is asked for; null after the answer that says what is wrong.</summary>
    private static async Task<TargetsRequest?> AskedAsync(HttpContext context, Store store)
    {
        var asked = TargetsRequest.Read(context.Request.Query, store.Reference);
        if (asked.Question is not null)
        {
            return asked;
        }

        await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, asked.Refusals.Count > 0 ? string.Join(' ', asked.Refusals) : TargetWords.Refused_NoState);
        return null;
    }

    private static void Name(HttpContext context, Store store, string name, string ending, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"openupr{(store.World == Reviews.World.Demo ? "-fictional" : "")}-{name}{ending}\"";
    }
}
