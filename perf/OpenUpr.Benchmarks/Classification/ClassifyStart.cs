using System.Diagnostics;
using System.Globalization;

namespace OpenUpr.Benchmarks.Classification;

/// <summary>What a person waits for who classifies one text, beside a start of the program that does nothing: <c>--version</c>. Both take turns, so that both meet the same machine.</summary>
internal static class ClassifyStart
{
    private const int Runs = 40;
    private const string Text = "Ensure access to education for girls in rural areas by building schools and training teachers";

    /// <param name="program">The published program's own file.</param>
    public static string Measure(string program)
    {
        var (version, classify, more) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Runs + 2; i++)
        {
            var (plain, text) = (Time(program, "--version"), Time(program, "classify", "--text", Text));
            if (i >= 2)
            {
                version.Add(plain);
                classify.Add(text);
                more.Add(text - plain);
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"`openupr --version` {At(version, 50):0} ms, `openupr classify --text` {At(classify, 50):0} ms: {At(more, 50):0} ms more in the median of {Runs} turns (10th {At(more, 10):0}, 90th {At(more, 90):0}). Published with `-r linux-x64`.");
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt((times.Count - 1) * percent / 100);

    private static double Time(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
