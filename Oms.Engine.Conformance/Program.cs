Console.WriteLine("Oms.Engine.Conformance");
