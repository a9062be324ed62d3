using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using OpenUpr.Export;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Cli.Classification;

/// <summary>openupr classify: what the machine reads from recommendations, without a store.</summary>
internal sealed class ClassifyCommand : Verb
{
    private const int RowsAtOnce = 500;

    private readonly OutputOptions _output;
    private readonly Argument<string?> _file = new("FILE") { Description = "A table with a column Text or Recommendation: .csv, .xls or .xlsx. Pledges are left out.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _text = new("--text") { Description = "One recommendation instead of a file.", HelpName = "TEXT" };
    private readonly Option<string?> _model = new("--model") { Description = "A model made by openupr train. Default: the one that is part of the program.", HelpName = "FILE" };
    private readonly Option<bool> _why = new("--why") { Description = "Give the reasons too." };

    public ClassifyCommand(Terminal terminal)
        : base(
            terminal, "classify", "Read the action category, issues, goals and themes of recommendations, with confidence and reasons.",
            "openupr classify --text \"Consider ratifying the Optional Protocol\" --why",
            "openupr classify downloads/14-17.csv --format jsonl --out classified.jsonl")
    {
        _output = new OutputOptions(terminal, "jsonl", "csv");
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        _model.Validators.Add(FileNames.MustNotBeEmpty);
        Validators.Add(result =>
        {
            if (result.GetValue(_file) is null == result.GetValue(_text) is null)
            {
                result.AddError("Name one file, or give one recommendation with --text.");
            }
        });
        Add(_file);
        Add(_text);
        Add(_model);
        Add(_why);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(_text) is { Length: > Classifier.MaxTextLength } text)
        {
            return WrongUse($"the text has {text.Length} characters; the limit is {Classifier.MaxTextLength}.");
        }

        var classifier = parsed.GetValue(_model) is { } model ? Classifier.Load(model) : Classifier.Shipped;
        var rows = parsed.GetValue(_file) is { } file ? TextRows.Read(file, cancel) : [new TextRow(1, parsed.GetValue(_text)!)];
        var count = 0;
        await _output.WriteAsync(parsed, async stream => count = await WriteAsync(parsed, stream, classifier, rows, cancel), cancel);
        if (parsed.GetValue(_text) is null)
        {
            Terminal.Talk.WriteLine($"{count} recommendations classified by {classifier.Name}");
        }

        return Exit.Done;
    }

    private Task<int> WriteAsync(ParseResult parsed, Stream output, Classifier classifier, IEnumerable<TextRow> rows, CancellationToken cancel)
    {
        var why = parsed.GetValue(_why);
        return _output.Format(parsed) switch
        {
            ExportFormat.Jsonl => WriteLinesAsync(output, classifier, rows, why, cancel),
            ExportFormat.Csv => ClassificationCells.WriteCsvAsync(output, classifier, rows, why),
            _ => Task.FromResult(ClassificationCells.WriteTable(output, classifier, rows, why, Terminal.Width)),
        };
    }

    private static async Task<int> WriteLinesAsync(Stream output, Classifier classifier, IEnumerable<TextRow> rows, bool why, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, RecommendationJson.Options);
        var count = 0;
        foreach (var row in rows)
        {
            ClassificationJson.Write(json, row.Line, classifier.Classify(row.Text), why ? classifier.Explain(row.Text) : null);
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            if (++count % RowsAtOnce == 0)
            {
                await output.WriteAsync(buffer.WrittenMemory, cancel);
                buffer.ResetWrittenCount();
            }
        }

        await output.WriteAsync(buffer.WrittenMemory, cancel);
        return count;
    }
}
