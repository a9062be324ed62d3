using System.CommandLine;
using OpenUpr.App.Shared;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Cli.Drafts;

/// <summary>openupr smart: a draft recommendation against the five criteria, with what to change. Needs no store.</summary>
internal sealed class SmartCommand : Verb
{
    private const string StandardInput = "-";

    private readonly Argument<string> _text = new("TEXT") { Description = "The draft in quotation marks, in English; - reads drafts from stdin, one a line." };
    private readonly OutputOptions _output;

    public SmartCommand(Terminal terminal)
        : base(
            terminal,
            "smart",
            "Review a draft recommendation: specific, measurable, achievable, relevant, time-bound.",
            "openupr smart \"Sign and ratify the CRPD and its Optional Protocol\"",
            "openupr smart \"Take all necessary measures to protect journalists\" --format jsonl")
    {
        _output = new OutputOptions(terminal, "jsonl");
        Add(_text);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var text = parsed.GetValue(_text)!;
        IEnumerable<string> drafts = text == StandardInput ? Lines(Console.In) : [text];
        var lines = _output.Format(parsed) is not null;
        var refused = false;
        await _output.WriteAsync(
            parsed,
            async stream =>
            {
                await using var writer = new SmartWriter(stream, Terminal.Width, lines);
                foreach (var draft in drafts)
                {
                    var review = SmartReview.Of(draft, Terminal.Time.GetUtcNow().Year);
                    if (review.Problem is { } problem)
                    {
                        Terminal.Talk.WriteLine($"openupr: {SmartText.Problem(problem)}");
                        refused = true;
                    }
                    else
                    {
                        writer.Write(draft, review);
                    }
                }
            },
            cancel);
        return refused ? Exit.Failed : Exit.Done;
    }

    private static IEnumerable<string> Lines(TextReader input)
    {
        while (input.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line;
            }
        }
    }
}
