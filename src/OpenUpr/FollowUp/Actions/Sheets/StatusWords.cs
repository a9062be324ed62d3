using System.Globalization;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Drafting.Lists;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>Words that ministries write for the state of an action, for the states of the matrix. A guess: a person says what each word of their sheet means.</summary>
internal static class StatusWords
{
    private static readonly Dictionary<string, string> s_words = Read(
        (ActionEntry.Done, "done, completed, complete, implemented, fully implemented, achieved, finished, closed, delivered, terminee, termine, realise, realisee, acheve, achevee, mis en oeuvre, mise en oeuvre, execute, completado, completada, cumplida, cumplido, terminado, terminada, aplicada, finalizada, finalizado, implementada, realizada, concluida"),
        (ActionEntry.Begun, "begun, in progress, ongoing, on going, started, underway, under way, partially implemented, partly implemented, partial, partially completed, in process, delayed, on track, late, behind schedule, being implemented, en cours, commence, commencee, partiellement mise en oeuvre, partiel, en retard, entamee, en cours de realisation, iniciada, iniciado, en proceso, en curso, en progreso, en marcha, en ejecucion, parcialmente aplicada, parcialmente cumplida, retrasada, atrasada, demorada"),
        (ActionEntry.Agreed, "agreed, approved, adopted, accepted, convenue, approuvee, validee, acordada, aprobada, validada"),
        (ActionEntry.Planned, "planned, not started, not yet started, not begun, pending, to do, to be done, not implemented, not yet implemented, foreseen, prevue, prevu, planifiee, non commence, non commencee, pas commence, a faire, a venir, non mise en oeuvre, prevista, planificada, programada, pendiente, no iniciada, no iniciado, sin iniciar, por iniciar, no aplicada, no cumplida"),
        (ActionEntry.Dropped, "dropped, cancelled, canceled, abandoned, withdrawn, annulee, annule, abandonnee, abandonne, cancelada, cancelado, abandonada, descartada"));

    /// <summary>How a word is compared; signs that are no letters stay as they are.</summary>
    public static string Key(string cell) => SheetField.Fold(cell) is { Length: > 0 } folded ? folded : cell.Trim();

    /// <summary>Null for a word that is not known.</summary>
    public static string? Guess(string cell, ScaleWording words)
    {
        if (PercentOf(cell) is { } percent)
        {
            return percent >= 100 ? ActionEntry.Done : percent > 0 ? ActionEntry.Begun : ActionEntry.Planned;
        }

        return s_words.GetValueOrDefault(Key(cell)) ?? words.ByWord(cell)?.Code switch
        {
            "implemented" => ActionEntry.Done,
            "partly" or "process" => ActionEntry.Begun,
            "not" => ActionEntry.Planned,
            _ => null,
        };
    }

    /// <summary>75 % or 75%; null for anything else.</summary>
    public static int? PercentOf(string cell) => ActionColumns.PercentCell().IsMatch(cell.Trim()) && decimal.TryParse(cell.Trim().TrimEnd('%').Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100
        ? (int)Math.Round(number, MidpointRounding.AwayFromZero) : null;

    private static Dictionary<string, string> Read(params IEnumerable<(string State, string Words)> lines) => lines.SelectMany(l => l.Words.Split(", ").Select(w => (w, l.State))).ToDictionary(p => p.w, p => p.State);
}
