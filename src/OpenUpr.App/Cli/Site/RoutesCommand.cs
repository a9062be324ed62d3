using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Site;

/// <summary>openupr routes: every address of the site and who may ask for it, as the site itself knows them.</summary>
internal sealed class RoutesCommand : Verb
{
    private readonly OutputOptions _output;

    public RoutesCommand(Terminal terminal)
        : base(terminal, "routes", "List every address of the web site, with a sample and who may ask for it.", "openupr routes", "openupr routes --format jsonl")
    {
        _output = new OutputOptions(terminal, "jsonl");
        _output.AddTo(this);
    }

    /// <summary>The routes of a site on the demonstration's world: the samples are then answered by 'serve --demo'.</summary>
    public static async Task<IReadOnlyList<RouteRow>> ReadAsync(CancellationToken cancel)
    {
        using var folder = new TemporaryFolder("openupr-routes-");
        await using var site = await AppBuilder.BuildAsync(new ServeOptions(StoreLocation.Parse(folder.Path, null), "http://localhost:0", Demo: true, Curate: true), cancel);
        return RouteTable.Read(site);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var routes = await ReadAsync(cancel);
        await _output.WriteAsync(
            parsed, stream => _output.Format(parsed) is null ? WriteTableAsync(stream, routes, Terminal.Width) : WriteLinesAsync(stream, routes), cancel);
        return Exit.Done;
    }

    private static async Task WriteTableAsync(Stream output, IReadOnlyList<RouteRow> routes, int width)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var table = new TextTable([new("method"), new("path"), new("access"), new("sample", Rest: true)], width);
        foreach (var route in routes)
        {
            table.Add(route.Method, route.Path, route.Access, route.Sample);
        }

        table.WriteTo(writer);
    }

    private static async Task WriteLinesAsync(Stream output, IReadOnlyList<RouteRow> routes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var route in routes)
        {
            await using (var json = new Utf8JsonWriter(buffer, RecommendationJson.Options))
            {
                json.WriteStartObject();
                json.WriteString("method", route.Method);
                json.WriteString("path", route.Path);
                json.WriteString("sample", route.Sample);
                json.WriteString("access", route.Access);
                json.WriteEndObject();
            }

            buffer.Write("\n"u8);
        }

        await output.WriteAsync(buffer.WrittenMemory);
    }
}
