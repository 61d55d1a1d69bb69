Console.WriteLine("Oms.Benchmarks");
