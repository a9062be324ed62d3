using System.CommandLine;
using System.Globalization;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Cli.Classification;

/// <summary>openupr train: a model from exports, which anyone can repeat.</summary>
internal sealed class TrainCommand : Verb
{
    private const int LastSession = 999;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "UPR Info's exports (.csv, .xls or .xlsx) and OHCHR's thematic lists (.docx); folders are searched through.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<(int First, int Last)?> _session = new("--session")
    {
        Description = "Learn from these sessions only.", HelpName = "N or N..M", CustomParser = result => Sessions(result.Tokens[0].Value, result.AddError),
    };

    private readonly Option<string> _out = new("--out") { Description = "The file of the model. It appears only when it is complete.", HelpName = "FILE", Required = true };

    public TrainCommand(Terminal terminal)
        : base(
            terminal, "train", "Learn from labelled recommendations and write a model for openupr classify. The same data give the same file.",
            "openupr train downloads --out my.model",
            "openupr train downloads/upr-info --session 1..14 --out early.model")
    {
        _out.Validators.Add(FileNames.MustNotBeEmpty);
        _paths.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_paths);
        Add(_session);
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (first, last) = parsed.GetValue(_session) ?? (1, LastSession);
        var started = Terminal.Time.GetTimestamp();
        var data = TrainingData.Read(parsed.GetRequiredValue(_paths), first, last, cancel);
        Terminal.Talk.WriteLine($"Learning from {data.Examples.Count} recommendations of sessions {string.Join(", ", data.Sessions)}");
        Terminal.Talk.WriteLine($"Files: {string.Join(", ", data.Files)}; {data.Documents.Count} Word documents; {data.Pledges} pledges left out; {data.Skipped} rows could not be used");
        var steps = new Steps(Terminal.Talk);
        var model = await Task.Run(() => ClassifierTraining.Train(data, steps.Report, cancel), cancel);
        await OutputFile.WriteAsync(parsed.GetRequiredValue(_out), stream => stream.WriteAsync(model, cancel).AsTask(), ownerOnly: false, cancel);
        Terminal.Talk.WriteLine($"{Classifier.Of(model).Name}: {model.Length} bytes in {Terminal.Time.GetElapsedTime(started).TotalSeconds:F0} s");
        return Exit.Done;
    }

    private static (int First, int Last)? Sessions(string value, Action<string> addError)
    {
        var parts = value.Split("..", 2);
        if (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first > 0 && first <= last && last <= LastSession)
        {
            return (first, last);
        }

        addError($"--session cannot be '{value}'. Write a number, such as 14, or two, such as 1..14.");
        return null;
    }

    /// <summary>Says at every tenth how far training is. Parts report from several threads.</summary>
    private sealed class Steps(TextWriter talk)
    {
        private readonly Lock _lock = new();
        private int _tenths = -1;

        public void Report(TrainingProgress progress)
        {
            lock (_lock)
            {
                var tenths = (int)(progress.Done * 10);
                if (tenths > _tenths)
                {
                    _tenths = tenths;
                    talk.WriteLine($"{progress.Done:P0} {progress.Step}");
                }
            }
        }
    }
}
