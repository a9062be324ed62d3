using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>How the items of a list are marked.</summary>
public enum DocxList
{
    /// <summary>"1."</summary>
    Figures,

    /// <summary>"(a)"</summary>
    Letters,

    /// <summary>"(1)"</summary>
    BracketedFigures,
}

/// <summary>The lists of a Word file. Word counts them itself, so that a paragraph that is put in moves all numbers behind it.</summary>
internal sealed class DocxNumbering
{
    /// <summary>The list of points, and that of numbered paragraphs; lists that begin anew follow.</summary>
    public const int Bullets = 1, Paragraphs = 2;

    private const int Hanging = 510;

    private readonly Numbering _numbering;
    private int _last = Paragraphs;

    public DocxNumbering(MainDocumentPart main)
    {
        main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = _numbering = new Numbering(
            Kind(Bullets, NumberFormatValues.Bullet, "•", 426, 284),
            Kind(Paragraphs, NumberFormatValues.Decimal, "%1.", Hanging, Hanging, "NumberedParagraph"),
            Kind(Of(DocxList.Figures), NumberFormatValues.Decimal, "%1.", 2 * Hanging, Hanging),
            Kind(Of(DocxList.Letters), NumberFormatValues.LowerLetter, "(%1)", 2 * Hanging, Hanging),
            Kind(Of(DocxList.BracketedFigures), NumberFormatValues.Decimal, "(%1)", 2 * Hanging, Hanging),
            new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = Bullets },
            new NumberingInstance(new AbstractNumId { Val = Paragraphs }) { NumberID = Paragraphs });
    }

    /// <summary>A list that begins at 1.</summary>
    /// <returns>What its paragraphs name.</returns>
    public int Begin(DocxList list)
    {
        _numbering.Append(new NumberingInstance(new AbstractNumId { Val = Of(list) }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = ++_last });
        return _last;
    }

    private static int Of(DocxList list) => Paragraphs + 1 + (int)list;

    private static AbstractNum Kind(int id, NumberFormatValues format, string text, int left, int hanging, string? style = null)
    {
        var level = new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }) { LevelIndex = 0 };
        if (style is not null)
        {
            level.Append(new ParagraphStyleIdInLevel { Val = style });
        }

        level.Append(
            new LevelText { Val = text }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = $"{left}", Hanging = $"{hanging}" }));
        return new AbstractNum(new MultiLevelType { Val = MultiLevelValues.SingleLevel }, level) { AbstractNumberId = id };
    }
}
