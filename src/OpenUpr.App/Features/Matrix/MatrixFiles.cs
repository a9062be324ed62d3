using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Matrix;

/// <summary>A list as the file that is annexed, or as a workbook. Nothing of who wrote what or of evidence is in it.</summary>
internal static class MatrixFiles
{
    public static IReadOnlyList<string> Endings { get; } = [".docx", ".xlsx"];

    public static void MapMatrixFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in Endings)
        {
            routes.MapMethods($"/coalitions/{{coalition}}/matrix/{{id:long:min(1)}}{ending}", [HttpMethods.Get, HttpMethods.Head], (long id, HttpContext context, Store store, TimeProvider time) => SendAsync(id, ending, context, store, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Observer, $"/coalitions/{{coalition}}/matrix/1{ending}"));
        }
    }

    public static void AddMatrix(this IServiceCollection services) => services.AddSingleton<IRoomTexts, MatrixTexts>();

    /// <param name="ending">One of <see cref="Endings"/>.</param>
    public static Task WriteAsync(Stream output, MatrixView view, string ending, DateTimeOffset at, CancellationToken cancel) =>
        ending == ".docx" ? output.WriteAsync(MatrixDocx.Write(view), cancel).AsTask() : MatrixExport.WriteAsync(output, view, at, cancel);

    private static async Task SendAsync(long id, string ending, HttpContext context, Store store, TimeProvider time)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        if (await MatrixRows.ReadAsync(store, access, id, cancel) is not { } view)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = ending == ".docx" ? DocxWriter.MediaType : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        context.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"{access.Slug}-matrix-{id}{ending}\"");
        await WriteAsync(context.Response.Body, view, ending, time.GetUtcNow(), cancel);
    }
}
