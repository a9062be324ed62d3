using System.Text.Json.Nodes;
using OpenUpr.App.Resources;

namespace OpenUpr.App.Features.Api;

/// <summary>
/// One operation of the API, said once: the routes, the OpenAPI document, the page /api, docs/api.md and the tests are all made from it.
/// Its words are resources, "Op_ID" in short and "Op_ID_More" at length.
/// </summary>
/// <param name="Id">Its name in the OpenAPI document.</param>
/// <param name="Path">Behind <see cref="ApiCatalogue.Root"/>, with parameters in braces.</param>
/// <param name="Answer">Writes the answer; its parameters have been checked.</param>
/// <param name="Models">The type that is sent, or the types of which one is.</param>
/// <param name="Examples">Parts of addresses that find something, with {sur}, {rs}, {issue}, {session}, {id} of the world that is served.</param>
public sealed record ApiOperation(string Id, string Path, Func<ApiCall, Task> Answer, IReadOnlyList<Type> Models, IReadOnlyList<ApiParameter> Parameters, IReadOnlyList<string> Examples)
{
    public const string Json = "application/json";

    public string MediaType { get; init; } = Json;

    /// <summary>The type of the file that is sent to it with POST; null for an address to read.</summary>
    public string? FileType { get; init; }

    /// <summary>The most bytes of that file.</summary>
    public long MostBytes { get; init; }

    /// <summary>An answer to show, where a file would have to be sent for one; null else.</summary>
    public Func<JsonNode>? Shown { get; init; }

    public string Method => FileType is null ? HttpMethods.Get : HttpMethods.Post;

    /// <summary>The line that asks for an address in a terminal.</summary>
    public string Curl(string address) => FileType is null ? $"curl '{address}'" : $"curl --data-binary @document.docx -H 'Content-Type: {FileType}' '{address}'";

    /// <summary>True where the query and its filters are parameters: they are then understood before the answer is asked for.</summary>
    public bool IsSearch => !IsPassageSearch && Parameters.Any(p => p.IsFilter);

    /// <summary>True where the filters are those of papers.</summary>
    public bool IsPassageSearch { get; init; }

    /// <summary>
    /// What to say of the parameters of a search that it takes: the words before and behind the link to them, and the names that follow: those that it
    /// does not take, or, where these are more, those that it takes.
    /// </summary>
    public (string Before, string Behind, IReadOnlyList<string> Names) SearchParameters(IReadOnlyList<ApiParameter> all)
    {
        var (taken, others) = (all.Select(p => p.Name).Where(Takes).ToList(), all.Select(p => p.Name).Where(n => !Takes(n)).ToList());
        return others.Count == 0 ? (ApiWords.Page_Search, "", [])
            : others.Count < taken.Count ? (ApiWords.Page_Search, ApiWords.Page_SearchBut, others)
            : (ApiWords.Page_SearchOf, ApiWords.Page_SearchTakes, taken);
    }

    /// <summary>The parameters to be explained with it; those of a search of recommendations are explained once.</summary>
    public IReadOnlyList<ApiParameter> Own => IsSearch ? [.. Parameters.Where(p => !p.IsFilter)] : Parameters;

    private bool Takes(string name) => Parameters.Any(p => p.IsFilter && p.Name == name);

    public bool HasPathParameter => Parameters.Any(p => p.InPath);

    public string Summary => ApiText.Of($"Op_{Id}");

    public string Description => ApiText.Of($"Op_{Id}_More");

    /// <summary>What part of the page and the document it belongs to; its first word in the path.</summary>
    public string Tag => Path.Split('/', '.')[1];
}

/// <summary>A parameter of an operation. Its words are the resource "Param_NAME".</summary>
/// <param name="Example">A value that the operation accepts, with the placeholders of <see cref="ApiSamples"/>.</param>
public sealed record ApiParameter(string Name, string Example)
{
    public bool InPath { get; init; }

    /// <summary>True for one without which there is no answer.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The operation that means something else by the name than the others do; null for what means the same everywhere.</summary>
    public string? Of { get; init; }

    /// <summary>Its name among all that are described.</summary>
    public string Key => Of is null ? Name : $"{Name}-{Of}";

    /// <summary>True for the query and its filters, whose values the query language understands.</summary>
    public bool IsFilter { get; init; }

    /// <summary>True where several values may be given, with commas between.</summary>
    public bool IsList { get; init; }

    /// <summary>The words it knows; empty where it takes any text.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Least and most of a whole number; null where it is no number.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>What holds when it is left out; null where nothing does.</summary>
    public string? Default { get; init; }

    public string Description => ApiText.Of($"Param_{Key.Replace('-', '_')}");
}

/// <summary>The API's words by names that are put together; a name without words is a mistake in the program.</summary>
internal static class ApiText
{
    public static string Of(string name) => Find(name) ?? throw new InvalidOperationException($"ApiWords.resx has no text '{name}'.");

    public static string? Find(string name) => ApiWords.ResourceManager.GetString(name, System.Globalization.CultureInfo.CurrentUICulture);
}
