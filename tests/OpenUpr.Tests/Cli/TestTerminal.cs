using System.Text;
using OpenUpr.App.Cli;
using OpenUpr.Sources;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Cli;

/// <summary>Runs command lines inside the test's process, with memory for stdout and stderr.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly MemoryStream _data = new();
    private readonly StringWriter _talk = new();

    public TestTerminal() => Terminal = new Terminal(_data, _talk, TimeProvider.System, name => Environment.GetValueOrDefault(name));

    public Terminal Terminal { get; }

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Stdout.</summary>
    public string Data => Encoding.UTF8.GetString(_data.ToArray());

    /// <summary>Stderr.</summary>
    public string Talk => _talk.ToString();

    public static async Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args)
    {
        using var terminal = new TestTerminal();
        int exit;
        try
        {
            exit = await CommandLine.RunAsync(args, terminal.Terminal, TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is CliException or StoreException or SourceException)
        {
            // As Program.cs does.
            terminal.Terminal.Talk.WriteLine($"openupr: {e.Message}");
            exit = Exit.Failed;
        }

        return (exit, terminal.Data, terminal.Talk);
    }

    public void Dispose() => Terminal.Dispose();
}
