using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenUpr.Taxonomy.Classification.Issues;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>Trains all parts of a classifier. The same data give the same bytes, on any machine.</summary>
public static class ClassifierTraining
{
    /// <summary>The model as a file's bytes.</summary>
    public static byte[] Train(TrainingData data, Action<TrainingProgress> progress, CancellationToken cancel = default)
    {
        var action = ActionModel.Train(data.Examples, Share("action", 0, 0.4), cancel);
        var issues = IssueModel.Train(data.Examples, Share("issues", 0.4, 0.95), cancel);
        var topics = TopicModel.Train(TopicRow.ReadLists(data.Documents, cancel), issues.Predict, Share("topics", 0.95, 1), cancel);
        var sections = new List<(string Name, byte[] Bytes)>
        {
            ("action", Part(action.Write)),
            ("issues", Part(issues.Write)),
            ("topics", Part(topics.Write)),
        };
        using var file = new MemoryStream();
        ModelFile.Write(file, Name(data, sections), LearnedFrom(data), sections);
        return file.ToArray();

        Action<double> Share(string step, double from, double to) => done => progress(new TrainingProgress(step, from + (done * (to - from))));
    }

    private static byte[] Part(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        return bytes.ToArray();
    }

    private static string Name(TrainingData data, List<(string Name, byte[] Bytes)> sections)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sections.ForEach(s => hash.AppendData(s.Bytes));
        var sessions = data.Sessions;
        var named = sessions.Count == 1 ? $"session {sessions[0]}" : $"sessions {sessions[0]}-{sessions[^1]}";
        return $"openupr {named} {Convert.ToHexStringLower(hash.GetHashAndReset())[..8]}";
    }

    private static string LearnedFrom(TrainingData data) => string.Create(
        CultureInfo.InvariantCulture,
        $"{data.Examples.Count} recommendations of {data.Sessions.Count} sessions, {data.Sessions[0]} to {data.Sessions[^1]}\n{string.Join('\n', data.Files)}");
}
