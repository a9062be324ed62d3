using System.Text;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Export.Docx;
using OpenUpr.Planning.Press;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Press;

/// <summary>A text for the press as a file. What is not approved says so in its first line.</summary>
internal static class PressFiles
{
    private const string Address = "/coalitions/{coalition}/press/{id:long:min(1)}/file";

    /// <summary>Of the files that a text can be.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".docx", ".txt"];

    public static void MapPressFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in Endings)
        {
            routes.MapMethods(Address + ending, [HttpMethods.Get, HttpMethods.Head], (long id, HttpContext context, Store store) => SendAsync(id, ending, context, store))
                .WithMetadata(new AccessAttribute(AccessAttribute.Observer, "/coalitions/{coalition}/press/1/file" + ending));
        }
    }

    private static async Task<IResult> SendAsync(long id, string ending, HttpContext context, Store store)
    {
        var versions = await PressTexts.ReadAsync(store, context.Access(), id, context.RequestAborted);
        var asked = context.Request.Query["version"].ToString();
        if (versions.FirstOrDefault(v => asked.Length == 0 || v.Text.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == asked) is not { Text: { } text })
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentDisposition = $"attachment; filename=\"press-{text.Kind}-{text.SeriesId}-{text.Number}{ending}\"";
        return Results.Bytes(Write(text, ending), ending == ".docx" ? DocxWriter.MediaType : "text/plain; charset=utf-8");
    }

    /// <param name="ending">One of <see cref="Endings"/>.</param>
    public static byte[] Write(PressText text, string ending) => ending == ".docx" ? Word(text) : Encoding.UTF8.GetBytes(Plain(text));

    private static byte[] Word(PressText text)
    {
        using var docx = new DocxWriter("en-GB");
        if (text.State != PressText.Approved)
        {
            docx.Small(new DocxRun(PressWords.Not_Approved, Bold: true));
        }

        docx.Title(text.Title);
        StudioDocx.Write(docx, text.Text);
        return docx.Finish();
    }

    /// <summary>For a mail or a web form: no marks of headings, line ends as most programs want them.</summary>
    private static string Plain(PressText text)
    {
        var lines = text.Text.Split('\n').Select(l => l.StartsWith("# ", StringComparison.Ordinal) ? l[2..].ToUpperInvariant() : l.StartsWith("## ", StringComparison.Ordinal) ? l[3..] : l);
        return string.Join("\r\n", [.. text.State == PressText.Approved ? Array.Empty<string>() : [PressWords.Not_Approved, ""], text.Title, "", .. lines, ""]);
    }
}
