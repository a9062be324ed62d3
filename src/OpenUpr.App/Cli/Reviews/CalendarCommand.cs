using System.CommandLine;
using OpenUpr.App.Features.Calendar;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Export.Ics;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Reviews;

/// <summary>openupr calendar: the coming dates, or all of a session, or a file for a calendar program.</summary>
internal sealed class CalendarCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly OutputOptions _output;
    private readonly Option<string?> _state = new("--state") { Description = "Only the reviews of this State, by code or name, with every step of them.", HelpName = "ISO3" };
    private readonly Option<int?> _session = new("--session") { Description = "All dates of this session, past ones too.", HelpName = "N" };

    public CalendarCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "calendar", "Print the coming dates of the Universal Periodic Review, with certainty and source; with --out FILE.ics for a calendar program.",
            "openupr calendar",
            "openupr calendar --session 48 --format csv",
            "openupr calendar --out upr.ics")
    {
        _store = store;
        _output = new OutputOptions(terminal, "jsonl", "csv", "ics");
        Add(_state);
        Add(_session);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        var (name, session) = (parsed.GetValue(_state), parsed.GetValue(_session));
        var state = name is null ? null : store.Reference.FindState(name) ?? store.Reference.Names.Find(name);
        if (name is not null && state is null)
        {
            return WrongUse($"there is no State with the code or name '{name}'.");
        }

        if (session is { } number && store.Reference.FindSession(number) is null)
        {
            return WrongUse($"there is no session {number}. The sessions are 1 to {store.Reference.Sessions[^1].Number}.");
        }

        var today = Geneva.Today(Terminal.Time);
        var asked = new CalendarRequest(state, null, null, session, null, true);
        if (_output.IsOther(parsed, "ics"))
        {
            var file = new CalendarText(store.Reference, new Labels(store), new Uri("http://localhost:5080")).Of(asked, today);
            await _output.WriteAsync(parsed, stream => stream.WriteAsync(IcsWriter.Write(file), cancel).AsTask(), cancel);
            Terminal.Talk.WriteLine($"{file.Events.Count} events");
            return Exit.Done;
        }

        var events = ReviewCalendar.Events(store.Reference, asked.Filter with { From = session is null ? today : null });
        await _output.WriteAsync(parsed, stream => CalendarRows.WriteAsync(stream, events, _output.Format(parsed), Terminal.Width), cancel);
        Terminal.Talk.WriteLine($"{events.Count} dates; those that are not confirmed may change");
        return Exit.Done;
    }
}
