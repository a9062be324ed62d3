using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Mechanism;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Actions;

/// <summary>The implementation matrix as it is now, a part of it, or one of its versions, as a file.</summary>
internal static class ActionFiles
{
    public static IReadOnlyList<string> Endings { get; } = [".docx", ".xlsx"];

    public static void AddChange(this IServiceCollection services)
    {
        services.AddSingleton<IRoomTexts, ChangeTexts>();
        services.AddSingleton<IDatedThings, FollowUpDays>();
        services.AddSingleton<IWaitingThings, WaitingFollowUp>();
        services.AddSingleton<IDatedThings, ReportDates>();
        services.AddSingleton<IWaitingThings, WaitingReports>();
    }

    public static void MapActionFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in Endings)
        {
            routes.MapMethods($"/coalitions/{{coalition}}/follow-up/{{id:long:min(1)}}/actions{ending}", [HttpMethods.Get, HttpMethods.Head], (long id, HttpContext context, Store store, TimeProvider time) => SendMatrixAsync(id, ending, context, store, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Observer, $"/coalitions/{{coalition}}/follow-up/1/actions{ending}"));
            routes.MapMethods($"/coalitions/{{coalition}}/action-versions/{{id:long:min(1)}}{ending}", [HttpMethods.Get, HttpMethods.Head], (long id, HttpContext context, Store store, TimeProvider time) => SendVersionAsync(id, ending, context, store, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Guest, $"/coalitions/{{coalition}}/action-versions/2{ending}"));
        }
    }

    /// <summary>"Implementation matrix: Arvenia, session 38", as it stands at the head of the file.</summary>
    public static string TitleOf(ReferenceNames names, ActionPlan plan, string? part) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ActionWording.Of("title", names.Language)}: {names.State(plan.State)}, {ActionWording.Of("session", names.Language)} {plan.Session}{(part is null ? "" : $" ({part})")}");

    private static async Task SendMatrixAsync(long id, string ending, HttpContext context, Store store, TimeProvider time)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        if (await FollowRows.ReadAsync(store, access, id, cancel) is not { } follow)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (audience, plan) = (ActionsPage.ReadAudience(context.Request), ActionPlans.Of(await ActionRows.ReadAsync(store, access, follow, cancel)));
        await SendAsync(context, audience is null ? plan : ActionViews.Of(plan, audience), audience, FormattableString.Invariant($"actions-{id}"), ending, store, time);
    }

    private static async Task SendVersionAsync(long id, string ending, HttpContext context, Store store, TimeProvider time)
    {
        if (await ActionVersions.ReadAsync(store, context.Access(), id, context.RequestAborted) is not { } view)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(context, view.Plan, view.Version is { View: { } kind, ViewOf: { } of } ? new ActionAudience(kind, of) : null, FormattableString.Invariant($"matrix-version-{id}"), ending, store, time);
    }

    private static async Task SendAsync(HttpContext context, ActionPlan plan, ActionAudience? audience, string name, string ending, Store store, TimeProvider time)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        var names = await ReferenceNames.OfAsync(store, access, cancel);
        context.Response.ContentType = ending == ".docx" ? DocxWriter.MediaType : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{access.Slug}-{name}{ending}\"";
        await ActionsExport.WriteAsync(context.Response.Body, plan, TitleOf(names, plan, audience is null ? null : ActionLabels.Audience(audience, names.State)), ending, names.Language, time.GetUtcNow(), cancel);
    }
}

/// <summary>Names of States in the language in which a coalition writes.</summary>
internal sealed record ReferenceNames(Store Store, string Language)
{
    public string State(string code) => Store.Reference.FindState(code)?.Name(Language) ?? code;

    public static async Task<ReferenceNames> OfAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        // The door plate, not the profile: a guest may read a version and nothing of the room.
        await using var db = store.Open(access);
        return new ReferenceNames(store, await db.Coalitions.Where(c => c.Id == access.CoalitionId).Select(c => c.Language).SingleAsync(cancel));
    }
}
