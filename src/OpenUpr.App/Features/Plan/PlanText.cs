using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Plan;

/// <summary>Steps, codes and windows of a plan in the reader's words.</summary>
public static class PlanText
{
    /// <summary>The word of a code, such as Phase and review; the code itself where there is none.</summary>
    public static string Of(string kind, string? code) => code is null ? "" : PlanWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    public static string Of(string kind, Enum code) => Of(kind, code.ToString());

    /// <summary>The title of a task: the coalition's own, or the step's.</summary>
    public static string Title(PlanTask task) => task.Title ?? Title(task.Step);

    public static string Title(string? step) => OfStep("Title", step) ?? step ?? "";

    public static string? Why(string? step) => OfStep("Why", step);

    public static string? How(string? step) => OfStep("How", step);

    /// <summary>A point of a checklist: in the coalition's words, or the step's.</summary>
    public static string Point(string? step, CheckPoint point) => point.Text ?? OfStep("Check", $"{step}-{point.Key}") ?? point.Key;

    /// <summary>2–13 November 2026; "no date yet" while nothing is known.</summary>
    public static string When(PlanTask task) => When(task is { From: { } from, To: { } to } ? new Days(from, to) : null);

    public static string When(Days? window) => window is not { } days ? PlanWords.When_None
        : days.From == days.To ? Dates.Day(days.From)
        : (days.From.Year, days.From.Month) == (days.To.Year, days.To.Month) ? $"{days.From.ToString("%d", CultureInfo.CurrentCulture)}–{Dates.Day(days.To)}"
        : days.From.Year == days.To.Year ? $"{days.From.ToString("d MMMM", CultureInfo.CurrentCulture)} – {Dates.Day(days.To)}"
        : $"{Dates.Day(days.From)} – {Dates.Day(days.To)}";

    /// <summary>A quiet time: a session by its number, the coalition's own by its name.</summary>
    public static string Quiet(QuietDays quiet) => quiet.Kind is QuietDays.Council or QuietDays.WorkingGroup ? Numbers.Fill(Of("Quiet", quiet.Kind), quiet.Name) : quiet.Name;

    /// <summary>Whether a window may still move with the review's dates.</summary>
    public static bool IsTentative(PlanTask task) => task.From is not null && task.Basis is PlanBasis.Range or PlanBasis.Estimated;

    /// <summary>What the plan had to do to a task, by its word; null where it did nothing, or where somebody took up after all what it had left out.</summary>
    public static string? Fit(PlanTask task) => task.Fit is PlanFit.TooLate or PlanFit.LeftOut && task.State != PlanTask.Skipped ? null : task.Fit;

    /// <summary>The session of a plan: "session 54", or that it is not known.</summary>
    public static string Session(int? session) => session is { } number ? Labels.Session(number) : PlanWords.Session_None;

    private static string? OfStep(string kind, string? step) => step is null ? null : PlanSteps.ResourceManager.GetString($"{kind}_{step.Replace('-', '_')}", CultureInfo.CurrentUICulture);
}
