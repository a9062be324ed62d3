using System.Text;

namespace OpenUpr.App.Cli;

/// <summary>Where a command reads and writes: data to stdout, talk to stderr. Tests put memory in their place.</summary>
internal sealed class Terminal : IDisposable
{
    private const int DefaultWidth = 80;
    private const int WidestUseful = 160;

    public Terminal(Stream data, TextWriter talk, TimeProvider time, Func<string, string?> environment)
    {
        Data = data;
        Out = new StreamWriter(data, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
        Talk = talk;
        Time = time;
        Environment = environment;
    }

    /// <summary>Stdout as bytes.</summary>
    public Stream Data { get; }

    /// <summary>Stdout as text, UTF-8 without a byte order mark on every platform.</summary>
    public TextWriter Out { get; }

    /// <summary>Stderr.</summary>
    public TextWriter Talk { get; }

    public TimeProvider Time { get; }

    public Func<string, string?> Environment { get; }

    public bool DataIsTerminal { get; init; }

    public bool TalkIsTerminal { get; init; }

    /// <summary>Reads a line from the keyboard without showing it; null where nobody sits at one.</summary>
    public Func<string>? ReadSecret { get; init; }

    /// <summary>Columns for tables; 80 where nobody looks.</summary>
    public int Width { get; init; } = DefaultWidth;

    public static Terminal OfProcess() => new(Console.OpenStandardOutput(), Console.Error, TimeProvider.System, System.Environment.GetEnvironmentVariable)
    {
        DataIsTerminal = !Console.IsOutputRedirected,
        TalkIsTerminal = !Console.IsErrorRedirected,
        ReadSecret = Console.IsInputRedirected ? null : ReadHidden,
        Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? DefaultWidth : Math.Min(Console.WindowWidth, WidestUseful),
    };

    public void Dispose() => Out.Dispose();

    private static string ReadHidden()
    {
        var line = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                line.Length = Math.Max(0, line.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                line.Append(key.KeyChar);
            }
        }

        return line.ToString();
    }
}
