using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export;
using OpenUpr.Planning.Targets;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Targets;

/// <summary>A coalition's chosen States as a file.</summary>
internal static class ChoiceFile
{
    public static void MapChoiceFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var path = "/coalitions/{coalition}/targets" + format.Extension();
            routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Store store, Labels labels, TimeProvider time) => SendAsync(format, context, store, labels, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Observer, path));
        }
    }

    /// <summary>The word for how far a talk is.</summary>
    public static string Progress(string code) => TargetWords.ResourceManager.GetString($"Progress_{code}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>The country that a coalition works on; null where it named none.</summary>
    public static async Task<string?> CountryAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.Coalitions.AsNoTracking().Where(c => c.Id == access.CoalitionId).Select(c => c.Country).SingleAsync(cancel);
    }

    private static async Task SendAsync(ExportFormat format, HttpContext context, Store store, Labels labels, TimeProvider time)
    {
        var access = context.Access();
        context.Response.ContentType = format.MediaType();
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{access.Slug}-targets{format.Extension()}\"";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var choices = await TargetChoices.ListAsync(store, access, context.RequestAborted);
        var list = new StatisticList(
            "as a coalition chose States to speak to", store.World,
            [new("stateUnderReview", 18), new("state", 8), new("name", 34), new("issue", 34), new("talker", 24), new("progress", 14), new("note", 60)],
            [.. choices.Select(c => (object?[])[c.Choice.Sur, c.Choice.State, labels.State(c.Choice.State), c.Choice.Issue ?? "", c.Choice.TalkerId is null ? "" : CoalitionText.Name(c.Talker), c.Choice.Progress, c.Choice.Note ?? ""])],
            [("Chosen", choices.Count)]);
        await StatisticExport.WriteAsync(context.Response.Body, list, [], format, new ExportContext("", "States that a coalition chose to speak to", null, time.GetUtcNow(), Bom: context.Request.Query["bom"] != "no"), context.RequestAborted);
    }
}
