using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using OpenUpr.App.Security;

namespace OpenUpr.App.Shared;

/// <summary>The site's own few files (style sheet, script, icon), which are part of the program.</summary>
public static partial class Assets
{
    private const string Folder = "wwwroot/";
    private static readonly FrozenDictionary<string, Asset> _all = ReadAll();

    private sealed record Asset(byte[] Content, string Type, string Hash);

    /// <summary>The address of a file with its hash, so that browsers keep it until it changes.</summary>
    public static string Address(string name) => $"/assets/{name}?v={_all[name].Hash}";

    /// <summary>Enough of a hash to tell two contents apart, for addresses and entity tags.</summary>
    public static string Fingerprint(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{name}", [HttpMethods.Get, HttpMethods.Head], Send).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/assets/site.css"));

    private static IResult Send(string name, HttpContext context)
    {
        if (!_all.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.Type, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }

    private static FrozenDictionary<string, Asset> ReadAll()
    {
        var assembly = typeof(Assets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Folder.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            content = Path.GetExtension(name) switch
            {
                ".css" => Encoding.UTF8.GetBytes(AroundRules().Replace(Comment().Replace(Encoding.UTF8.GetString(content), ""), "$1")),
                ".js" => Encoding.UTF8.GetBytes(Margin().Replace(Encoding.UTF8.GetString(content), "")),
                _ => content,
            };
            return new Asset(content, TypeOf(name), Fingerprint(content));
        });
    }

    // Comments and space that only the authors need are a tenth of the weight, which every reader would load.
    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s*([{};])\s*|(?<=[:,])\s+")]
    private static partial Regex AroundRules();

    /// <summary>Indentation, empty lines and lines that are only a comment; no text of the scripts goes over a line's end.</summary>
    [GeneratedRegex(@"^[ \t]*(//.*)?(\r?\n)|^[ \t]+", RegexOptions.Multiline)]
    private static partial Regex Margin();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidDataException($"Assets has no media type for {other}."),
    };
}
