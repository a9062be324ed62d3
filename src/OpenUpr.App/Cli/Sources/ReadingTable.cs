using System.Globalization;
using System.Text;
using OpenUpr.Sources.Papers;

namespace OpenUpr.App.Cli.Sources;

/// <summary>What was read from papers, a line a paper, for the eye.</summary>
internal sealed class ReadingTable(int width)
{
    private readonly TextTable _table = new(
        [new("file", Rest: true), new("kind"), new("symbol"), new("State"), new("session", Right: true), new("texts", Right: true), new("answers", Right: true), new("paragraphs", Right: true), new("doubts", Right: true)],
        width);

    public void Add(string file, PaperReading reading) => _table.Add(
        file, reading.Identity.KindName, reading.Identity.Symbol ?? "", reading.Identity.Sur ?? "", reading.Identity.Session?.ToString(CultureInfo.InvariantCulture) ?? "",
        $"{reading.Texts.Count}", $"{reading.Answers.Count}", $"{reading.Passages.Count}", $"{reading.Doubts.Count}");

    public void WriteTo(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        _table.WriteTo(writer);
    }
}
