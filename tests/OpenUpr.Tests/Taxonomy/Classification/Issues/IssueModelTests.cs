using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Classification.Issues;
using Xunit;

namespace OpenUpr.Tests.Taxonomy.Classification.Issues;

/// <summary>Learns from invented texts: what it finds is in them, not in real recommendations.</summary>
public sealed class IssueModelTests
{
    private static readonly Lazy<IssueModel> s_model = new(Train);

    [Theory]
    [InlineData("Ensure access to education for Roma", "minorities right-to-education")]
    [InlineData("Protect the rights of women", "womens-rights")]
    [InlineData("Ratify the Convention against Torture", "international-instruments torture-and-other-cid-treatment")]
    [InlineData("Ensure the right to housing and food for all", "right-to-food right-to-housing")]
    public void A_text_gets_the_issues_that_coders_gave_to_such_texts(string text, string issues)
    {
        Assert.Equal(issues.Split(' '), Predict(s_model.Value, text).Select(p => p.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Several_violations_of_one_group_are_merged_as_in_training()
    {
        // Codebook 1.2: housing, education and food of one group are that group's issue alone.
        Assert.Equal(["minorities"], Predict(s_model.Value, "Ensure the right to food, education and housing of Roma").Select(p => p.Value));
        Assert.Contains(Explain("Ensure the right to food, education and housing of Roma"), r => r is { Code: "merged", Value: "minorities", Words: "Roma" });
        Assert.DoesNotContain(Explain("Ensure access to education for Roma"), r => r.Code == "merged");
    }

    [Fact]
    public void A_reason_names_the_instrument_and_the_words_of_the_text()
    {
        var reasons = Explain("Ratify the Convention against Torture");
        Assert.Contains(reasons, r => r is { Scheme: "issue", Code: "names", Value: "torture-and-other-cid-treatment", Words: "Convention against Torture" } && r.Detail!.StartsWith("Convention against Torture", StringComparison.Ordinal));
        Assert.Contains(Explain("Protect the rights of women"), r => r is { Code: "phrase", Words: "women", Detail: "UPR Info 2014 2" });
        Assert.All(reasons, r => Assert.True(r.Weight >= 0));
    }

    [Fact]
    public void No_text_is_left_without_an_issue_and_the_doubt_is_said()
    {
        var unknown = Predict(s_model.Value, "Zzz qqq");
        Assert.Single(unknown);
        Assert.InRange(unknown[0].Confidence, 0, 1);
        Assert.Empty(Predict(s_model.Value, " ... "));
    }

    [Fact]
    public void Labels_come_surest_first_with_confidences_from_0_to_1()
    {
        var labels = Predict(s_model.Value, "Ratify the Convention against Torture and protect the rights of women");
        Assert.True(labels.Count >= 3);
        Assert.Equal(labels.OrderByDescending(l => l.Confidence).Select(l => l.Value), labels.Select(l => l.Value));
        Assert.All(labels, l => Assert.InRange(l.Confidence, 0, 1));
    }

    [Fact]
    public void The_same_texts_give_the_same_bytes()
    {
        var first = Bytes(s_model.Value);
        Assert.Equal(first, Bytes(Train()));
        Assert.Equal(first, Bytes(IssueModel.Read(new BinaryReader(new MemoryStream(first)))));
    }

    [Fact]
    public void A_model_that_was_read_predicts_as_the_one_that_was_written()
    {
        var read = IssueModel.Read(new BinaryReader(new MemoryStream(Bytes(s_model.Value))));
        Assert.All(Examples().Take(50), e => Assert.Equal(Predict(s_model.Value, e.Text), Predict(read, e.Text)));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        var bytes = Bytes(s_model.Value);
        bytes[0] = 99;
        Assert.Throws<InvalidDataException>(() => IssueModel.Read(new BinaryReader(new MemoryStream(bytes))));
        bytes[0] = 1;
        Assert.ThrowsAny<IOException>(() => IssueModel.Read(new BinaryReader(new MemoryStream(bytes[..200]))));
    }

    [Fact]
    public void A_very_long_text_is_read_in_bounded_time()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2500).Select(i => i % 2 == 0 ? "women" : "education"));
        Assert.NotEmpty(Predict(s_model.Value, text));
    }

    [Fact]
    public void Sessions_stay_together_when_they_are_held_back()
    {
        int[] sessions = [.. Enumerable.Range(1, 9).SelectMany(s => Enumerable.Repeat(s, 10))];
        var parts = IssueTraining.SessionParts(sessions);
        Assert.Equal(5, parts.Distinct().Count());
        Assert.All(sessions.Zip(parts).GroupBy(x => x.First), session => Assert.Single(session.Select(x => x.Second).Distinct()));
        Assert.Equal(parts.Order(), parts);
    }

    [Fact]
    public void It_reads_sessions_that_it_has_not_seen()
    {
        var folder = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "No corpus: set OPENUPR_CORPUS to the folder that holds upr-info/.");
        var data = TrainingData.Read([Path.Combine(folder, "upr-info", "1-5.csv")], cancel: TestContext.Current.CancellationToken);
        var model = IssueModel.Train(data.Of(1, 3).Examples, _ => { }, TestContext.Current.CancellationToken);
        var (right, given, wanted) = (0, 0, 0);
        foreach (var example in data.Of(5, 5).Examples)
        {
            var found = Predict(model, example.Text).Select(p => p.Value).ToHashSet();
            (right, given, wanted) = (right + found.Intersect(example.Issues).Count(), given + found.Count, wanted + example.Issues.Count);
        }

        Assert.InRange(2.0 * right / (given + wanted), 0.78, 1);
    }

    private static IReadOnlyList<ScoredLabel> Predict(IssueModel model, string text)
    {
        var words = new TextWords();
        words.Read(text);
        return model.Predict(words);
    }

    private static List<Reason> Explain(string text)
    {
        var (words, reasons) = (new TextWords(), new List<Reason>());
        words.Read(text);
        s_model.Value.Explain(words, reasons);
        return reasons;
    }

    private static IssueModel Train() => IssueModel.Train([.. Examples()], _ => { }, TestContext.Current.CancellationToken);

    private static byte[] Bytes(IssueModel model)
    {
        using var stream = new MemoryStream();
        model.Write(new BinaryWriter(stream));
        return stream.ToArray();
    }

    /// <summary>A small world: groups, rights and treaties in all combinations, coded by the codebook.</summary>
    private static IEnumerable<TrainingExample> Examples()
    {
        string[] verbs = ["Ensure", "Protect", "Guarantee", "Take measures for", "Improve"];
        (string Words, string Issue)[] groups = [("women", "womens-rights"), ("Roma", "minorities"), ("migrants", "migrants"), ("children", "rights-of-the-child")];
        (string Words, string Issue)[] rights = [("education", "right-to-education"), ("housing", "right-to-housing"), ("food", "right-to-food"), ("health", "right-to-health")];
        var number = 0;
        foreach (var verb in verbs)
        {
            foreach (var (group, issue) in groups)
            {
                yield return Example($"{verb} the rights of {group}", issue);
                foreach (var (right, rightIssue) in rights)
                {
                    yield return Example($"{verb} access to {right} for {group}", issue, rightIssue);
                    yield return Example($"{verb} {right} for all", rightIssue);
                    foreach (var (other, otherIssue) in rights.Where(r => r.Words != right))
                    {
                        yield return Example($"{verb} the right to {right}, {other} and work of {group}", issue);
                        yield return Example($"{verb} the right to {right} and {other} for all", rightIssue, otherIssue);
                    }
                }
            }

            yield return Example($"{verb} ratification of the Convention against Torture", "international-instruments", "torture-and-other-cid-treatment");
            yield return Example($"Ratify the Convention against Torture and {verb}", "international-instruments", "torture-and-other-cid-treatment");
            yield return Example($"{verb} the end of torture", "torture-and-other-cid-treatment");
        }

        TrainingExample Example(string text, params string[] issues) => new(text, 5, issues, 1 + (number++ % 7));
    }
}
