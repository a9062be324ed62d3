using System.CommandLine;
using OpenUpr.Export;

namespace OpenUpr.App.Cli;

/// <summary>How a command's data come out, and where: --format and --out.</summary>
internal sealed class OutputOptions
{
    private const string Table = "table";

    private readonly Terminal _terminal;
    private readonly string[] _formats;
    private readonly Option<string?> _format;
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Write to this file instead of stdout. It appears only when it is complete.",
        HelpName = "FILE",
    };

    /// <param name="formats">The forms besides the table.</param>
    public OutputOptions(Terminal terminal, params IEnumerable<string> formats)
    {
        _terminal = terminal;
        _formats = [Table, .. formats];
        _format = new("--format") { Description = "Default: by the ending of --out, else table.", HelpName = string.Join('|', _formats) };
        _out.Validators.Add(FileNames.MustNotBeEmpty);
        _format.AcceptOnlyFromAmong(_formats);
        _format.CompletionSources.Add(_formats);
    }

    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_out);
    }

    /// <summary>The file to write; null for stdout.</summary>
    public string? File(ParseResult parsed) => parsed.GetValue(_out);

    /// <summary>The form asked for, or null for a table.</summary>
    public ExportFormat? Format(ParseResult parsed) => parsed.GetValue(_format) switch
    {
        "csv" => ExportFormat.Csv,
        "xlsx" => ExportFormat.Xlsx,
        "jsonl" => ExportFormat.Jsonl,
        Table => null,
        _ => parsed.GetValue(_out) is { } file && ExportFormats.FromFileName(file) is { } byEnding && _formats.Contains(byEnding.Extension()[1..]) ? byEnding : null,
    };

    /// <summary>Whether a form is wanted that is no table of rows and that only some commands offer: by --format, or by the file's ending.</summary>
    public bool IsOther(ParseResult parsed, string form) => _formats.Contains(form)
        && (parsed.GetValue(_format) ?? Path.GetExtension(parsed.GetValue(_out) ?? "").TrimStart('.').ToLowerInvariant()) == form;

    /// <summary>Whether the data would be bytes on somebody's screen.</summary>
    public bool WouldFloodTerminal(ParseResult parsed) => Format(parsed) == ExportFormat.Xlsx && parsed.GetValue(_out) is null && _terminal.DataIsTerminal;

    /// <summary>Runs <paramref name="write"/> on stdout or on the file.</summary>
    public Task WriteAsync(ParseResult parsed, Func<Stream, Task> write, CancellationToken cancel) =>
        parsed.GetValue(_out) is { } path ? OutputFile.WriteAsync(path, write, ownerOnly: false, cancel) : write(_terminal.Data);
}
