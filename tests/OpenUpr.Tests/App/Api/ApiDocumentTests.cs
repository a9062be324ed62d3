using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Checking;
using OpenUpr.Reviews;
using OpenUpr.Tests.Drafting.Checking;

namespace OpenUpr.Tests.App.Api;

/// <summary>The OpenAPI document holds together, and everything in it is true of the site that serves it.</summary>
public sealed class ApiDocumentTests(Site site) : IClassFixture<Site>
{
    private const string Root = "/api/v1";

    [Fact]
    public async Task It_is_of_version_3_1_and_every_operation_has_a_name_of_its_own()
    {
        var document = await ReadAsync();
        Assert.StartsWith("3.1.", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        var operations = Operations(document).ToList();
        Assert.Equal(operations.Count, operations.Select(o => o.Operation["operationId"]!.GetValue<string>()).Distinct().Count());
        Assert.All(operations, o => Assert.All(["summary", "description"], name => Assert.NotEmpty(o.Operation[name]!.GetValue<string>())));
        var tags = document["tags"]!.AsArray().Select(t => t!["name"]!.GetValue<string>()).ToHashSet();
        Assert.All(operations, o => Assert.All(o.Operation["tags"]!.AsArray(), t => Assert.Contains(t!.GetValue<string>(), tags)));
    }

    [Fact]
    public async Task Every_route_is_described_and_nothing_else()
    {
        var described = Operations(await ReadAsync()).Select(o => $"{(o.Operation["requestBody"] is null ? "GET" : "POST")} {Root}{o.Path}").Order(StringComparer.Ordinal);
        Assert.Equal(RouteTable.Read(site.App).Where(r => r.Method != "HEAD" && r.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(r => $"{r.Method} {r.Path}").Order(StringComparer.Ordinal), described);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_part_is_used()
    {
        var document = await ReadAsync();
        var references = JsonWalk.All(document).OfType<JsonObject>().Select(o => o["$ref"]).OfType<JsonValue>().Select(r => r.GetValue<string>()).ToHashSet();
        Assert.All(references, r => Assert.NotNull(JsonWalk.Find(document, r)));
        var parts = document["components"]!.AsObject().SelectMany(kind => kind.Value!.AsObject().Select(part => $"#/components/{kind.Key}/{part.Key}"));
        Assert.Equal(parts.Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_path_parameter_is_described()
    {
        var document = await ReadAsync();
        foreach (var (path, operation) in Operations(document))
        {
            var inPath = path.Split('/').Where(p => p.StartsWith('{')).Select(p => p.Trim('{', '}'));
            Assert.Equal(inPath, Parameters(document, operation).Where(p => p["in"]!.GetValue<string>() == "path").Select(p => p["name"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Every_example_is_of_its_schema()
    {
        var document = await ReadAsync();
        var checker = new SchemaCheck(document);
        var contents = JsonWalk.All(document["paths"]!).Concat(JsonWalk.All(document["components"]!["responses"]!)).OfType<JsonObject>().Where(o => o.ContainsKey("schema") && o.ContainsKey("example")).ToList();
        Assert.True(contents.Count >= Operations(document).Count() + 4);
        Assert.All(contents, c => checker.AssertValid(c["schema"]!, c["example"], "example"));
        Assert.All(document["components"]!["parameters"]!.AsObject().Where(p => p.Value!["example"] is not null), p => checker.AssertValid(p.Value!["schema"]!, p.Value["example"], p.Key));
    }

    [Fact]
    public async Task Every_example_request_is_answered_as_documented()
    {
        var document = await ReadAsync();
        var checker = new SchemaCheck(document);
        var asked = 0;
        foreach (var (path, operation) in Operations(document))
        {
            foreach (var example in operation["x-example-requests"]!.AsArray())
            {
                var address = example!["request"]!.GetValue<string>();
                using var response = await AskAsync(site, operation, address);
                Assert.True((int)response.StatusCode == example["status"]!.GetValue<int>(), $"{address} gave {response.StatusCode}");
                var content = operation["responses"]!["200"]!["content"]![response.Content.Headers.ContentType!.MediaType!];
                Assert.NotNull(content);
                var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                checker.AssertValid(content["schema"]!, response.Content.Headers.ContentType.MediaType == "application/json" ? JsonNode.Parse(body) : body, address);
                Assert.All(operation["responses"]!["200"]!["headers"]!.AsObject().Where(h => h.Key != "Link"), h => Assert.True(response.Headers.Contains(h.Key), $"{h.Key} of {address}"));
                asked++;
            }

            Assert.NotEmpty(operation["x-example-requests"]!.AsArray());
        }

        Assert.True(asked >= 15);
    }

    /// <summary>What an operation needs beside a parameter.</summary>
    private static string Beside(string path, string name) => (path, name) switch
    {
        (_, "across") => "&by=sur",
        ("/check", not "kind") => "&kind=factsheet",
        ("/similar", not "text") => "&text=rights",
        ("/expected" or "/targets", not "sur") => $"&sur={ReferenceData.Load(World.Demo).States.First(s => s.Status == StateStatus.Member).Iso3}",
        _ => "",
    };

    /// <summary>Each parameter alone with its example, and each word that it lists.</summary>
    [Fact]
    public async Task Every_parameter_and_every_word_that_it_lists_is_understood()
    {
        var document = await ReadAsync();
        await using var unlimited = await Site.StartAsync(options => options with { ApiRate = 0 });
        foreach (var (path, operation) in Operations(document).Where(o => !o.Path.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var parameter in Parameters(document, operation))
            {
                var name = parameter["name"]!.GetValue<string>();
                var schema = parameter["schema"]!["items"] ?? parameter["schema"]!;
                var values = (schema["enum"]?.AsArray().Select(v => v!.GetValue<string>()) ?? []).Concat(parameter["example"] switch
                {
                    null => [],
                    JsonArray list => list.Select(v => v!.ToString()),
                    var one => [one.ToString()],
                });
                foreach (var value in values)
                {
                    var address = $"{Root}{path}?{name}={Uri.EscapeDataString(value)}{Beside(path, name)}";
                    using var response = await AskAsync(unlimited, operation, address);
                    Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} gave {response.StatusCode}");
                }
            }
        }
    }

    private async Task<JsonObject> ReadAsync() => JsonNode.Parse(await site.ReadAsync($"{Root}/openapi.json"))!.AsObject();

    /// <summary>Asks as it is described: an address that takes a file gets one of the type that it names.</summary>
    private static async Task<HttpResponseMessage> AskAsync(Site site, JsonObject operation, string address)
    {
        if (operation["requestBody"] is not { } body)
        {
            return await site.GetAsync(address);
        }

        var type = Assert.Single(body["content"]!.AsObject()).Key;
        using var file = new ByteArrayContent(GoodFile.Build(DocumentKind.Factsheet)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await site.Client.PostAsync(new Uri(address, UriKind.Relative), file, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(string Path, JsonObject Operation)> Operations(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Value!.AsObject())));

    private static IEnumerable<JsonObject> Parameters(JsonObject document, JsonObject operation) =>
        operation["parameters"]!.AsArray().Select(p => JsonWalk.Find(document, p!["$ref"]!.GetValue<string>())!.AsObject());
}
