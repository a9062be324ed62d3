using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>A table in a file (.csv in any encoding, .xls or .xlsx), opened for its rows alone: nothing of it is stored.</summary>
internal sealed class TableFile : IDisposable
{
    private static readonly Lazy<HashSet<string>> s_wordsOfNames = new(() => [.. ReferenceData.Load(World.UnitedNations).Names.Keys.SelectMany(k => k.Split(' '))]);

    private readonly SourceFile _file;

    private TableFile(SourceFile file, ITable table) => (_file, Table) = (file, table);

    public string Name => _file.Name;

    public ITable Table { get; }

    /// <exception cref="SourceException">The file cannot be read or is no table.</exception>
    public static TableFile Open(string path, CancellationToken cancel)
    {
        var file = SourceFile.Open(path);
        try
        {
            var form = UprInfoExport.MustBeTable(FileRecogniser.Recognise(file));
            var receipt = Receipt.For(file, keep: false, word => s_wordsOfNames.Value.Contains(StateNames.Key(word)), _ => { }, cancel);
            return new TableFile(file, UprInfoExport.Open(file, form, receipt.Encoding, cancel));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();
}
