using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Api;

/// <summary>The API for people, made from the operations themselves; its examples are about the world that is served.</summary>
[Access(AccessAttribute.Public, "/api")]
public sealed class ShowModel(Store store, LiveIndex live, ServeOptions options) : PageModel
{
    /// <summary>An address, which can be opened where it is read, and the line that asks for it in a terminal.</summary>
    public sealed record Example(string Id, string Address, string Curl, bool IsRead);

    /// <summary>An operation with the parameters that are its own; those of a search are explained once.</summary>
    public sealed record Section(ApiOperation Operation, string Path, IReadOnlyList<ApiParameter> Own, IReadOnlyList<Example> Examples);

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public IReadOnlyList<ApiParameter> SearchParameters { get; private set; } = [];

    public Example Start => Sections[0].Examples[0] with { Id = "start" };

    public string Limits => options.ApiRate == 0 ? ApiWords.Page_LimitNone : Numbers.Fill(ApiWords.Page_LimitNumber, Numbers.Count(options.ApiRate), RateLimits.Dumps);

    /// <summary>A refusal as programs get it, written so that people can read it.</summary>
    public string ErrorExample { get; private set; } = "";

    public void OnGet()
    {
        var samples = ApiSamples.Of(live.Current);
        SearchParameters = ApiParameters.Search(store.Reference);
        Sections = [.. ApiCatalogue.Operations(store.Reference).Select(o => new Section(
            o, ApiCatalogue.Root + o.Path, o.Own, [.. o.Examples.Select((e, i) => ExampleOf(o, $"{o.Id}-{i}", ApiCatalogue.Root + samples.Fill(e)))]))];
        ErrorExample = OpenApiParts.ErrorText(store.Reference);
    }

    /// <summary>What a parameter takes, in a sentence or two.</summary>
    public static string Values(ApiParameter parameter)
    {
        string?[] parts =
        [
            parameter.InPath ? ApiWords.Page_InPath : null,
            parameter.Values.Count > 0 ? Numbers.Fill(ApiWords.Page_Values, string.Join(", ", parameter.Values)) : null,
            parameter.Range is { } range ? Numbers.Fill(ApiWords.Page_Range, range.Least, Numbers.Count(range.Most)) : null,
            parameter.IsList ? ApiWords.Page_Several : null,
            parameter.Default is { } ifAbsent ? Numbers.Fill(ApiWords.Page_Default, ifAbsent) : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    private Example ExampleOf(ApiOperation operation, string id, string address) => new(id, address, operation.Curl($"{Request.Scheme}://{Request.Host}{address}"), operation.FileType is null);
}
