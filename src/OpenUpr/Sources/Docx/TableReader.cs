using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Docx;

/// <summary>Gives each cell of a table its place. A cell merged over rows has its first row; one merged over columns its first column.</summary>
internal sealed class TableReader
{
    private const int MaxColumns = 1_000;

    private int _tables;

    /// <summary>Reads the table at which the reader stands.</summary>
    /// <param name="readBlock">Called at each block of a cell, to read it.</param>
    /// <param name="endCell">Called after the last one.</param>
    public void Read(WordXml xml, Action<CellPlace> readBlock, Action endCell) => new Rows(xml, _tables++, readBlock, endCell).Read(xml.Enter());

    private sealed class Rows(WordXml xml, int table, Action<CellPlace> readBlock, Action endCell)
    {
        private readonly Dictionary<int, int> _merged = [];
        private int _row;
        private int _column;
        private bool _isDeleted;

        public void Read(int inside)
        {
            while (xml.Next(inside))
            {
                switch (xml.Name)
                {
                    case "tr":
                        Row();
                        break;
                    case "tblPr" or "tblGrid" or "sdtPr" or "del" or "moveFrom":
                        break;
                    default:
                        Read(xml.Enter());
                        break;
                }
            }
        }

        private void Row()
        {
            (_column, _isDeleted) = (0, false);
            Cells(xml.Enter());
            _row += _isDeleted ? 0 : 1;
        }

        private void Cells(int inside)
        {
            while (!_isDeleted && xml.Next(inside))
            {
                switch (xml.Name)
                {
                    case "tc":
                        Cell();
                        break;
                    case "trPr":
                        ReadRowShape();
                        break;
                    case "tblPrEx" or "sdtPr" or "del" or "moveFrom":
                        break;
                    default:
                        Cells(xml.Enter());
                        break;
                }
            }
        }

        private void ReadRowShape()
        {
            var inside = xml.Enter();
            while (xml.Next(inside))
            {
                _isDeleted |= xml.Name == "del";
                _column += xml.Name == "gridBefore" ? Math.Clamp(xml.Whole("val") ?? 0, 0, MaxColumns) : 0;
            }
        }

        private void Cell()
        {
            var merge = new CellMerge(1, false);
            var inside = xml.Enter();
            while (xml.Next(inside))
            {
                if (xml.Name == "tcPr")
                {
                    merge = CellMerge.Read(xml);
                }
                else
                {
                    readBlock(Place(merge));
                }
            }

            endCell();
            if (!merge.Continues)
            {
                _merged[_column] = _row;
            }

            _column = Math.Min(_column + merge.Span, MaxColumns);
        }

        private CellPlace Place(CellMerge merge) => new(table, merge.Continues ? _merged.GetValueOrDefault(_column, _row) : _row, _column);
    }
}

/// <summary>How a cell is merged with others.</summary>
/// <param name="Span">The columns that it takes.</param>
/// <param name="Continues">True when it is the lower part of a cell that began in a row above.</param>
internal readonly record struct CellMerge(int Span, bool Continues)
{
    private const int MaxSpan = 100;

    /// <summary>Reads a tcPr.</summary>
    public static CellMerge Read(WordXml xml)
    {
        var merge = new CellMerge(1, false);
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            merge = xml.Name switch
            {
                "gridSpan" => merge with { Span = Math.Clamp(xml.Whole("val") ?? 1, 1, MaxSpan) },
                "vMerge" => merge with { Continues = xml.Val is null or "continue" },
                _ => merge,
            };
        }

        return merge;
    }
}
