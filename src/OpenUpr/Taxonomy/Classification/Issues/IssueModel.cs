using System.Collections.Concurrent;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>
/// Reads which of UPR Info's issues a text concerns, as its coders would tag it ("Issue categorisation", 2014). May be used by several threads at once.
/// </summary>
public sealed class IssueModel
{
    /// <summary>The most issues that a text can get.</summary>
    public const int MaxIssues = IssueTrainer.Stride;

    private const byte Format = 1;

    private readonly string[] _issues;
    private readonly IssueCueTable _cues;
    private readonly WordStems _stems;
    private readonly IssueWeights _weights;
    private readonly IssueCalibration[] _calibrations;
    private readonly ConcurrentBag<IssueReading> _readings = [];

    private IssueModel(string[] issues, IssueCueTable cues, WordStems stems, IssueWeights weights, IssueCalibration[] calibrations) =>
        (_issues, _cues, _stems, _weights, _calibrations) = (issues, cues, stems, weights, calibrations);

    /// <summary>Slugs of the issues that it can give.</summary>
    public IReadOnlyList<string> Issues => _issues;

    /// <param name="progress">Told how much is done, 0 to 1.</param>
    public static IssueModel Train(IReadOnlyList<TrainingExample> examples, Action<double> progress, CancellationToken cancel)
    {
        var (issues, cues, stems) = (IssueList.Current.All.Select(i => i.Slug).ToArray(), IssueCueTable.Current, new WordStems());
        foreach (var text in examples.Select(e => e.Text).Concat(cues.All.SelectMany(c => c.Phrases)))
        {
            stems.Learn(text);
        }

        var rows = IssueRows.Read(examples, issues, new IssueFeatures(cues, stems), cancel);
        var (weights, calibrations) = IssueTraining.Train(rows, issues.Length, progress, cancel);
        return new IssueModel(issues, cues, stems, weights, calibrations);
    }

    /// <exception cref="InvalidDataException">The section is damaged, or of a newer program.</exception>
    public static IssueModel Read(BinaryReader reader)
    {
        if (reader.ReadByte() != Format)
        {
            throw new InvalidDataException("its part for issues is of another version of the program");
        }

        var issues = reader.ReadString().Split(';');
        if (issues.Length > MaxIssues)
        {
            throw new InvalidDataException("its list of issues is damaged");
        }

        var (cues, stems, weights) = (IssueCueTable.Read(reader), WordStems.Read(reader), IssueWeights.Read(reader, issues.Length));
        return new IssueModel(issues, cues, stems, weights, reader.ReadArray<IssueCalibration>(issues.Length));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Format);
        writer.Write(string.Join(';', _issues));
        _cues.Write(writer);
        _stems.Write(writer);
        _weights.Write(writer, _issues.Length);
        writer.WriteArray<IssueCalibration>(_calibrations);
    }

    /// <summary>The issues over their thresholds, the surest first; where none is, the one that comes nearest to its threshold, for coders leave no text without.</summary>
    public IReadOnlyList<ScoredLabel> Predict(TextWords words)
    {
        var into = new ScoredLabel[MaxIssues];
        return into[..Predict(words, into)];
    }

    /// <summary>As the other, into a caller's memory of at least <see cref="MaxIssues"/>; the number of issues.</summary>
    public int Predict(TextWords words, Span<ScoredLabel> into)
    {
        if (words.Count == 0)
        {
            return 0;
        }

        var reading = Take(words);
        var count = Given(reading.Probabilities, into);
        _readings.Add(reading);
        return count;
    }

    /// <summary>How likely a coder would give this issue, over its threshold or not: a coder's tag that the machine finds unlikely is one to look at.</summary>
    /// <returns>0 for a slug that it does not know.</returns>
    public double ConfidenceOf(TextWords words, string slug)
    {
        var issue = Array.IndexOf(_issues, slug);
        if (words.Count == 0 || issue < 0)
        {
            return 0;
        }

        var reading = Take(words);
        var confidence = reading.Probabilities[issue];
        _readings.Add(reading);
        return confidence;
    }

    /// <summary>Adds the reasons for each predicted issue.</summary>
    public void Explain(TextWords words, List<Reason> reasons)
    {
        if (words.Count == 0)
        {
            return;
        }

        var (reading, labels) = (Take(words), new ScoredLabel[MaxIssues]);
        labels = labels[..Given(reading.Probabilities, labels)];
        string[] given = [.. labels.Select(l => l.Value)];
        var writer = new IssueReasons(_cues, _weights, reading, words);
        foreach (var label in labels)
        {
            var issue = Array.IndexOf(_issues, label.Value);
            writer.Add(label.Value, issue, isSure: label.Confidence >= _calibrations[issue].Threshold, given, reasons);
        }

        _readings.Add(reading);
    }

    private IssueReading Take(TextWords words)
    {
        var reading = _readings.TryTake(out var used) ? used : new IssueReading(new IssueFeatures(_cues, _stems), _weights, _calibrations);
        reading.Read(words);
        return reading;
    }

    private int Given(ReadOnlySpan<float> probabilities, Span<ScoredLabel> into)
    {
        var (count, nearest) = (0, 0);
        for (var l = 0; l < _issues.Length; l++)
        {
            if (probabilities[l] >= _calibrations[l].Threshold)
            {
                into[count++] = new ScoredLabel(_issues[l], probabilities[l]);
            }

            if (probabilities[l] / _calibrations[l].Threshold > probabilities[nearest] / _calibrations[nearest].Threshold)
            {
                nearest = l;
            }
        }

        if (count == 0)
        {
            into[count++] = new ScoredLabel(_issues[nearest], probabilities[nearest]);
        }

        into[..count].Sort(static (a, b) => b.Confidence.CompareTo(a.Confidence));
        return count;
    }
}
