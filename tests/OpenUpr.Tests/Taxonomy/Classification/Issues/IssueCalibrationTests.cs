using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Classification.Issues;
using Xunit;

namespace OpenUpr.Tests.Taxonomy.Classification.Issues;

public sealed class IssueCalibrationTests
{
    [Fact]
    public void A_curve_finds_the_law_that_made_the_answers()
    {
        var (slope, shift) = IssueCalibration.Curve(Answers(20_000, slope: 3, shift: 0.5), slope: 4, shift: 1, lean: 1);
        Assert.InRange(slope, 2.8, 3.2);
        Assert.InRange(shift, 0.4, 0.6);
    }

    [Fact]
    public void Of_tags_with_nine_tenths_confidence_nine_in_ten_are_right()
    {
        var answers = Answers(20_000, slope: 5, shift: 1);
        var calibration = IssueCalibration.Fit([answers])[0];
        var sure = answers.Where(a => calibration.Probability(a.Score) is > 0.85f and < 0.95f).ToList();
        Assert.True(sure.Count > 500);
        Assert.InRange(sure.Average(a => a.IsYes ? 1.0 : 0), 0.87, 0.93);
    }

    [Fact]
    public void A_rare_issue_leans_on_all_others()
    {
        // Two texts alone would make a curve without end.
        (float, bool)[] rare = [(0.5f, true), (-0.5f, false)];
        var calibrations = IssueCalibration.Fit([Answers(20_000, slope: 4, shift: 1), rare]);
        Assert.InRange(calibrations[1].Slope, calibrations[0].Slope - 1, calibrations[0].Slope + 1);
    }

    [Fact]
    public void The_threshold_is_half_of_the_best_f1_that_can_be_expected()
    {
        Assert.Equal(0.5, IssueCalibration.BestThreshold([1, 1, 0, 0]), 6);
        // Taking both gives 2 * 0.8 / (2 + 0.8); taking the first alone 2 * 0.6 / (1 + 0.8).
        Assert.Equal(0.6 / 1.8, IssueCalibration.BestThreshold([0.6, 0.2]), 6);
    }

    [Fact]
    public void An_issue_that_is_harder_to_tell_is_given_sooner()
    {
        var calibrations = IssueCalibration.Fit([Answers(5000, slope: 9, shift: 0), Answers(5000, slope: 1, shift: -2)]);
        Assert.True(calibrations[1].Threshold < calibrations[0].Threshold);
    }

    /// <summary>Scores from -1.5 to 1.5 with answers drawn by the logistic law.</summary>
    private static (float Score, bool IsYes)[] Answers(int count, double slope, double shift)
    {
        var random = new FixedRandom(5);
        return [.. Enumerable.Range(0, count).Select(_ => (random.Next(3001) / 1000f) - 1.5f).Select(s => (s, random.Next(1_000_000) / 1e6 < 1 / (1 + Math.Exp(-((slope * s) + shift)))))];
    }
}
