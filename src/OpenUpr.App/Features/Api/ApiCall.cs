using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Api;

/// <summary>One request to the API, on the index as it was when the request came.</summary>
public sealed class ApiCall(HttpContext context, ApiOperation operation)
{
    /// <summary>The program as it was built: another program may answer the same question in other words.</summary>
    private static readonly string _build = $"{typeof(Store).Module.ModuleVersionId:N}{typeof(ApiCall).Module.ModuleVersionId:N}";

    private readonly ApiQuestion _question = ApiQuestion.Read(context.Request, operation);
    private string? _tag;

    public HttpContext Context { get; } = context;

    public Store Store { get; } = context.RequestServices.GetRequiredService<Store>();

    public SearchIndex Index { get; } = context.RequestServices.GetRequiredService<LiveIndex>().Current;

    public ReferenceData Reference => Store.Reference;

    /// <summary>The papers as they were when the request came; null while their index is made for the first time.</summary>
    private PassageIndex? Papers { get; } = context.RequestServices.GetRequiredService<LivePassages>().Newest;

    public CancellationToken Cancel => Context.RequestAborted;

    public DateOnly Today => Geneva.Today(Context.RequestServices.GetRequiredService<TimeProvider>());

    public bool IsHead => HttpMethods.IsHead(Context.Request.Method);

    /// <summary>What the query and its filters ask for; everything where the operation is no search.</summary>
    public SearchQuery Query { get; private set; } = SearchQuery.Everything;

    /// <summary>The same for a search in papers.</summary>
    public PassageQuery PassageQuery { get; private set; } = PassageQuery.Everything;

    public async Task<PassageIndex> PapersAsync() => Papers ?? await Context.RequestServices.GetRequiredService<LivePassages>().CurrentAsync(Cancel);

    /// <summary>The parameter's value as typed, in lower case; its default or null where it was left out.</summary>
    public string? Value(ApiParameter parameter) => _question.Value(parameter)?.ToLowerInvariant() ?? parameter.Default;

    /// <summary>In how many recommendations each value of a field occurs, in pairs.</summary>
    public Dictionary<string, int> CountsOf(string field) =>
        Index.Run(SearchQuery.Everything, new SearchPage(Limit: 0)).Facets.First(f => f.Field == field).Values.ToDictionary(v => v.Value, v => v.Count);

    /// <summary>As typed, for what is not a word of a list.</summary>
    public string? Typed(ApiParameter parameter) => _question.Value(parameter);

    public int Number(ApiParameter parameter) => int.Parse(Value(parameter)!, CultureInfo.InvariantCulture);

    public string InPath(string name) => (string)Context.Request.RouteValues[name]!;

    /// <summary>False when something of the question cannot be meant as it is; <see cref="RefuseAsync()"/> then says what.</summary>
    public bool Understand()
    {
        if (operation.IsSearch && _question.Problems.Count == 0)
        {
            var parsed = QueryParser.Parse(_question.Text, _question.Filters, Reference);
            _question.Problems.AddRange(parsed.Problems);
            Query = parsed.Query ?? Query;
        }

        if (operation.IsPassageSearch && _question.Problems.Count == 0)
        {
            var parsed = PassageParser.Parse(_question.Text, _question.Filters, Reference);
            _question.Problems.AddRange(parsed.Problems);
            PassageQuery = parsed.Query ?? PassageQuery;
        }

        return _question.Problems.Count == 0;
    }

    public Task RefuseAsync() => RefuseAsync([.. _question.Problems]);

    public Task RefuseAsync(params IReadOnlyList<QueryProblem> problems)
    {
        Context.Features.Set(new Problem(string.Join(' ', problems.Select(p => p.Message))) { Problems = problems });
        Context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    public Task NotFoundAsync(string detail) => Problem.WriteAsync(Context, StatusCodes.Status404NotFound, detail);

    /// <summary>Another address holds the answer for good.</summary>
    public Task MovedAsync(string path)
    {
        Context.Response.Redirect(ApiCatalogue.Root + path, permanent: true);
        return Task.CompletedTask;
    }

    /// <summary>True when the reader holds the answer that would be sent.</summary>
    public bool IsKnownToReader() => Context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(new EntityTagHeaderValue(Tag, isWeak: true), useStrongComparison: false));

    public Task SendNotModifiedAsync()
    {
        Begin();
        Context.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    public Task SendAsync<T>(T answer, JsonTypeInfo<T> type)
    {
        Begin();
        Context.Response.ContentType = ApiOperation.Json;
        return JsonSerializer.SerializeAsync(Context.Response.Body, answer, type, Cancel);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> json)
    {
        Begin();
        Context.Response.ContentType = ApiOperation.Json;
        await Context.Response.Body.WriteAsync(json, Cancel);
    }

    /// <summary>The headers of an answer that may be kept, to be asked for again by its tag.</summary>
    public void Begin()
    {
        Context.Response.Headers.ETag = $"W/{Tag}";
        Context.Response.Headers.CacheControl = "public, no-cache";
    }

    // The address is part of it, so that a reader can hold it only of an address that was answered; the year, because a draft's date may have passed.
    private string Tag => _tag ??= $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_build} {Index.Stamp} {Papers?.Stamp} {Today.Year} {Context.Request.Path}{Context.Request.QueryString}")))[..24]}\"";
}
