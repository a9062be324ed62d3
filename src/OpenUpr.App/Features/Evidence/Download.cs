using System.Text;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Cleaning;
using OpenUpr.Evidence.Vault;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Sends a file out, always to be saved and never to be shown by the browser.</summary>
internal static class Download
{
    /// <summary>Nothing in it may run, were it shown after all.</summary>
    private const string Policy = "sandbox; default-src 'none'";

    public static void MapEvidenceFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/coalitions/{coalition}/evidence/{id:long:min(1)}/files/{file:long:min(1)}", (RequestDelegate)SendCleanAsync)
            .WithMetadata(new AccessAttribute(AccessAttribute.Observer, "/coalitions/{coalition}/evidence/1/files/1"));

    public static async Task SendAsync(HttpContext context, OpenedFile opened)
    {
        await using var content = opened.Content;
        var kind = FileKinds.Parse(opened.ContentType);
        var headers = context.Response.Headers;
        headers.ContentDisposition = Disposition(opened.Name, kind);
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";

        // What a browser would run or draw as a page goes out as mere bytes.
        context.Response.ContentType = kind is FileKind.Unknown or FileKind.Markup or FileKind.OldOffice or FileKind.RichText ? "application/octet-stream" : kind.MediaType();
        context.Response.ContentLength = opened.Size;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await content.CopyToAsync(context.Response.Body, Pieces, context.RequestAborted);
        }
    }

    /// <summary>RFC 6266 with the name twice: in ASCII for old programs, and in full (RFC 8187).</summary>
    internal static string Disposition(string name, FileKind kind)
    {
        var full = kind.Ending() is { Length: > 0 } ending && !name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !(kind == FileKind.Jpeg && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)) ? name + ending : name;
        var plain = string.Concat(full.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_')).Trim('.', ' ');
        var coded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(full))
        {
            coded.Append(char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_' ? ((char)b).ToString() : $"%{b:X2}");
        }

        return $"attachment; filename=\"{(plain.Length == 0 ? "file" : plain)}\"; filename*=UTF-8''{coded}";
    }

    private const int Pieces = 64 * 1024;

    private static async Task SendCleanAsync(HttpContext context)
    {
        var cases = context.RequestServices.GetRequiredService<CaseReader>();
        var (id, file) = (Number(context, "id"), Number(context, "file"));
        if (await cases.DownloadAsync(context.Access(), id, file, null, context.RequestAborted) is { } opened)
        {
            await SendAsync(context, opened);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static long Number(HttpContext context, string name) => long.Parse((string)context.GetRouteValue(name)!, System.Globalization.CultureInfo.InvariantCulture);
}
