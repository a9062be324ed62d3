using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.States;

/// <summary>What a State received, on one page to print or to take along.</summary>
[Access(AccessAttribute.Public, "/states/{state}/infographic")]
public sealed class InfographicModel(Store store, LiveIndex live, Labels labels, DataNote note, TimeProvider time) : PageModel
{
    public State State { get; private set; } = null!;

    public StateInfographic Of { get; private set; } = null!;

    public InfographicView View { get; private set; } = null!;

    public string Name => labels.State(State.Iso3);

    public async Task<IActionResult> OnGetAsync(string iso3, CancellationToken cancel)
    {
        if (store.Reference.FindState(iso3) is not { } state)
        {
            if (store.Reference.Names.Find(iso3) is { } meant)
            {
                return RedirectPermanent($"/states/{meant.Iso3}/infographic");
            }

            HttpContext.Features.Set(new Problem(Numbers.Fill(Words.Error_NoState, iso3)));
            return NotFound();
        }

        State = state;
        Of = StateInfographic.Read(live.Current, store.Reference, state.Iso3, Geneva.Today(time));
        View = InfographicView.Of(Of, state.Iso3, labels, store.Reference, await note.ReadAsync(cancel), store.World == World.Demo);
        return Page();
    }
}

/// <summary>The infographic as a file: the same address as the page with an ending.</summary>
internal static class InfographicFiles
{
    public static IReadOnlyList<string> Endings { get; } = [".svg", ".docx"];

    public static void MapInfographicFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in Endings)
        {
            routes.MapMethods($"/states/{{iso3}}/infographic{ending}", [HttpMethods.Get, HttpMethods.Head], (string iso3, HttpContext context, Store store, LiveIndex live, Labels labels, DataNote note, TimeProvider time) => SendAsync(iso3, ending, context, (store, live, labels, note), time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Public, $"/states/{{state}}/infographic{ending}"));
        }
    }

    public static byte[] Write(InfographicView view, string ending, string? origin) => ending == ".docx" ? view.Docx() : System.Text.Encoding.UTF8.GetBytes(view.Svg(origin));

    private static async Task SendAsync(string iso3, string ending, HttpContext context, (Store Store, LiveIndex Live, Labels Labels, DataNote Note) of, TimeProvider time)
    {
        var cancel = context.RequestAborted;
        if (of.Store.Reference.FindState(iso3) is not { } state)
        {
            await Problem.WriteAsync(context, StatusCodes.Status404NotFound, Numbers.Fill(Words.Error_NoState, iso3));
            return;
        }

        var isDemo = of.Store.World == World.Demo;
        context.Response.ContentType = ending == ".docx" ? OpenUpr.Export.Docx.DocxWriter.MediaType : "image/svg+xml; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"openupr{(isDemo ? "-fictional" : "")}-infographic-{state.Iso3}{ending}\"";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            var numbers = StateInfographic.Read(of.Live.Current, of.Store.Reference, state.Iso3, Geneva.Today(time));
            var view = InfographicView.Of(numbers, state.Iso3, of.Labels, of.Store.Reference, await of.Note.ReadAsync(cancel), isDemo);
            await context.Response.Body.WriteAsync(Write(view, ending, $"{context.Request.Scheme}://{context.Request.Host}"), cancel);
        }
    }
}
