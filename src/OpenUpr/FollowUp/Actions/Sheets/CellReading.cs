using System.Globalization;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>Reads the cells beside an action in one table of a file: who, when, how far, by which measure. Pure.</summary>
internal sealed class CellReading(SheetContext context, SheetChoices choices, CellBook book, SheetPart part, PartChoices chosen)
{
    private const int LongestAcronym = 8;

    /// <summary>As many digits as a store keeps exactly.</summary>
    private const decimal Most = 1_000_000_000_000m;

    private readonly Dictionary<int, SheetSpans> _spans = chosen.Columns.Where(c => c.Value is ActionColumns.From or ActionColumns.To).ToDictionary(c => c.Key, c => new SheetSpans([.. part.Column(c.Key)], chosen.DayFirst.TryGetValue(c.Key, out var first) ? first : null));

    /// <summary>Takes a cell for what its column is, keeps it as a note, or says why neither.</summary>
    public void Read(SheetAction action, PartRow row, int column, PartCell cell, string? field)
    {
        var reason = field switch
        {
            null => part.IsHidden(column) ? "hidden-column" : "column",
            ActionColumns.Ministry => Ministry(action, cell.Text),
            ActionColumns.Actors => Actors(action, cell.Text),
            ActionColumns.From or ActionColumns.To => Time(action, column, cell, field),
            ActionColumns.Status => State(action, cell.Text),
            ActionColumns.Percent => Percent(action, cell.Text),
            ActionColumns.Indicator => Indicator(action, row, column, cell),
            ActionColumns.Baseline or ActionColumns.Target or ActionColumns.Source => chosen.Has(ActionColumns.Indicator) && chosen.Of(ActionColumns.Indicator).Any(c => row.Cells[c].Text.Length > 0) ? Measure(field, cell.Text) : "no-indicator",
            ActionColumns.Goals => SdgTargets.Read(Goals(cell.Text)) is { Count: > 0 } ? Words(action, field, Goals(cell.Text)) : "goal",
            _ => Words(action, field, cell.Text),
        };
        if (reason is null)
        {
            action.Cells.Add(cell);
            if (field is ActionColumns.Note)
            {
                book.Take(part.Grid, cell, CellFate.Noted);
            }
        }
        else if (choices.KeepsNotes && reason is not ("hidden-column" or "ambiguous"))
        {
            action.Noted.Add((cell, $"{(part.Headings[column].Length > 0 ? part.Headings[column] : SheetGrid.Address(cell.Line, column))}: {cell.Text}"));
        }
        else
        {
            book.Leave(part.Grid, cell.Line, cell.Column, reason);
        }
    }

    private static string? Words(SheetAction action, string field, string text)
    {
        action.Texts.TryAdd(field, []);
        action.Texts[field].Add(text);
        return null;
    }

    private string? Ministry(SheetAction action, string text)
    {
        foreach (var name in Names(text))
        {
            if (action.Ministry is null)
            {
                action.Ministry = name;
            }
            else if (!string.Equals(action.Ministry, name, StringComparison.OrdinalIgnoreCase) && !action.Actors.Contains(name))
            {
                action.Actors.Add(name);
            }
        }

        return null;
    }

    private static string? Actors(SheetAction action, string text)
    {
        action.Actors.AddRange(text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.TrimStart('-', '•', ' ')).Where(n => n.Length > 0).Except(action.Actors).ToList());
        return null;
    }

    /// <summary>Several in one cell: by line, semicolon, bar or plus; by comma and slash only where they are short names, since a ministry's own name may have both.</summary>
    private List<string> Names(string text)
    {
        var names = text.Split(['\n', ';', '|', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.TrimStart('-', '•', ' ')).Where(n => n.Length > 0).ToList();
        return [.. names.SelectMany(n => n.Split([',', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } parts && parts.All(p => (p.Length <= LongestAcronym && !p.Contains(' ', StringComparison.Ordinal)) || context.Ministries.Contains(SheetField.Fold(p))) ? parts : [n])];
    }

    private string? Time(SheetAction action, int column, PartCell cell, string field)
    {
        if (_spans[column].Read(cell.Text) is not { } span)
        {
            return SheetSpans.Asked([cell.Text]).Count > 0 && !chosen.DayFirst.ContainsKey(column) ? "ambiguous" : "no-date";
        }

        var isEnd = field == ActionColumns.To;
        if (isEnd && action.To is null)
        {
            action.To = span.To ?? span.From;

            // A time of one column that is more than a day says both, unless another column says the beginning.
            if (!chosen.Has(ActionColumns.From) && span.From != span.To && IsPeriod(cell.Text))
            {
                action.From ??= span.From;
            }
        }
        else if (!isEnd)
        {
            action.From ??= span.From ?? span.To;
        }

        action.TimeCells.Add(cell);
        return null;
    }

    /// <summary>Two times in one cell, and not one month or year, which says the end alone.</summary>
    private static bool IsPeriod(string text) => !SheetSpans.IsOne(text);

    private string? State(SheetAction action, string text)
    {
        var percent = StatusWords.PercentOf(text);
        if (choices.Words.GetValueOrDefault(StatusWords.Key(text)) is not { Length: > 0 } state)
        {
            return "word";
        }

        (action.State, action.Percent) = (action.State ?? state, action.Percent ?? percent);
        return null;
    }

    private static string? Percent(SheetAction action, string text)
    {
        var number = StatusWords.PercentOf(text) ?? (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) && plain is >= 0 and <= 100 ? (int)Math.Round(plain is > 0 and < 1 ? plain * 100 : plain) : (int?)null);
        action.Percent ??= number;
        return number is null ? "number" : null;
    }

    private string? Indicator(SheetAction action, PartRow row, int column, PartCell cell)
    {
        if (chosen.Of(ActionColumns.Indicator).First() != column && row.Cells[chosen.Of(ActionColumns.Indicator).First()].Text.Length > 0)
        {
            return "column";
        }

        var names = cell.Text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.TrimStart('-', '•', '*', ' ')).Where(n => n.Length > 0).ToList();
        if (names.Any(n => n.Length > Fields.Line))
        {
            return "long-indicator";
        }

        string? Beside(string field) => names.Count == 1 ? chosen.Of(field).Select(c => row.Cells[c].Text).FirstOrDefault(t => t.Length > 0) : null;
        var fresh = names.Where(n => action.Indicators.All(i => SheetField.Fold(i.Name!) != SheetField.Fold(n))).ToList();
        action.Indicators.AddRange(fresh.Select(n => new IndicatorWish(n, null, Amount(Beside(ActionColumns.Baseline)), Amount(Beside(ActionColumns.Target)), Beside(ActionColumns.Source) is { Length: <= Fields.Line } source ? source : null, null, null)));
        return null;
    }

    private static string? Measure(string field, string text) => field == ActionColumns.Source ? text.Length <= Fields.Line ? null : "too-long" : Amount(text) is null ? "number" : null;

    private static string? Amount(string? text) => text is not null && decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Most
        ? number.ToString("0.####", CultureInfo.InvariantCulture) : null;

    /// <summary>Without the words that people put before the numbers of goals.</summary>
    private static string Goals(string text) => string.Join(' ', text.Split([' ', '\n', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Where(w => SheetField.Fold(w) is not ("sdg" or "sdgs" or "odd" or "ods" or "goal" or "target" or "cible" or "meta" or "")));
}
